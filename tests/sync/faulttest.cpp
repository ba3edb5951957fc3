// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/sync/faulttest.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Trailglass {

using namespace Support;

FaultTest::FaultTest(const QString &name)
    : m_matrix(name)
{
}

void FaultTest::addVendors()
{
    QTest::addColumn<Vendor>("vendor");
    for (const Vendor vendor : FakeVendors::Vendors)
        QTest::newRow(name(vendor).data()) << vendor;
}

void FaultTest::initTestCase()
{
    m_matrix.prepare();
}

void FaultTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

FaultOutcome repeated(const QString &kind)
{
    return {.name = kind, .requests = FaultMatrix::Attempts, .arrived = FaultMatrix::Attempts};
}

FaultOutcome once(const QString &kind)
{
    return {.name = kind, .requests = 1, .waited = 0ms, .arrived = 1};
}

FaultOutcome halved()
{
    return {.name = u"too_large"_s,
            .requests = FaultMatrix::HalvingRequests,
            .waited = 0ms,
            .arrived = FaultMatrix::HalvingRequests};
}

QByteArray vendorErrorBody(Vendor vendor, const QByteArray &words)
{
    switch (vendor) {
    case Vendor::Asana:
        return R"({"errors":[{"message":")" + words + R"("}]})";
    case Vendor::Secoda:
        return R"({"detail":")" + words + R"("})";
    case Vendor::Datafold:
        return R"({"detail":[{"loc":["body","start_date"],"msg":")" + words + R"(","type":"value_error"}]})";
    case Vendor::Paradime:
        return R"({"data":null,"errors":[{"message":")" + words + R"("}]})";
    case Vendor::Nected:
        return R"({"code":"BAD_REQUEST","message":")" + words + R"("})";
    }
    Q_UNREACHABLE();
}

} // namespace Trailglass
