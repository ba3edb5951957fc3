// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/sync/faultmatrix.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;
using namespace std::chrono_literals;

namespace {

const QString Words = u"The audit log is closed"_s;

/// An error in the vendor's own shape.
QByteArray refusal(Vendor vendor, const QByteArray &words)
{
    switch (vendor) {
    case Vendor::Asana:
    case Vendor::Paradime:
        return R"({"errors":[{"message":")" + words + R"("}]})";
    case Vendor::Secoda:
        return R"({"detail":")" + words + R"("})";
    case Vendor::Datafold:
        return R"({"detail":[{"loc":["body","start_date"],"msg":")" + words + R"(","type":"value_error"}]})";
    case Vendor::Nected:
        return R"({"code":"BAD_REQUEST","message":")" + words + R"("})";
    }
    Q_UNREACHABLE();
}

} // namespace

/// A status other than 200 in response to every request.
class FaultStatusesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void endAsDocumentedAndLoseNothing_data();
    void endAsDocumentedAndLoseNothing();

private:
    FaultMatrix m_matrix{u"faultstatuses"_s};
};

void FaultStatusesTest::initTestCase()
{
    m_matrix.prepare();
}

void FaultStatusesTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void FaultStatusesTest::endAsDocumentedAndLoseNothing_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<FaultOutcome>("expected");

    static constexpr int Attempts = 5;
    const auto rows = [](const QString &fault, int status, const QByteArray &retryAfter,
                         const FaultOutcome &expected) {
        for (const Vendor vendor : FakeVendors::Vendors) {
            FaultOutcome outcome = expected;
            if (vendor == Vendor::Datafold && status == 504) // its sign for a window that is too large
                outcome = {.name = u"too_large"_s,
                           .requests = FaultMatrix::HalvingRequests,
                           .waited = 0ms,
                           .arrived = FaultMatrix::HalvingRequests};
            QTest::addRow("%s, %s", name(vendor).data(), qPrintable(fault))
                << vendor << fault << status << retryAfter << outcome;
        }
    };
    const auto retried = [](const char *kind, std::chrono::milliseconds waited) {
        return FaultOutcome{QString::fromLatin1(kind), Attempts, waited, Attempts, {Words}};
    };
    const auto refused = [](const char *kind) {
        return FaultOutcome{QString::fromLatin1(kind), 1, 0ms, 1, {Words}};
    };
    constexpr auto BackOff = 2s + 5s + 14s + 15'500ms; // the middle of each spread
    rows(u"429, Retry-After in seconds"_s, 429, "7", retried("rate_limited", 4 * 7s));
    rows(u"429, Retry-After as a date"_s, 429, "Fri, 20 Nov 2026 12:00:20 GMT",
         retried("rate_limited", 4 * 20s));
    rows(u"429"_s, 429, {}, retried("rate_limited", BackOff));
    rows(u"429, Retry-After of an hour"_s, 429, "3600", refused("rate_limited"));
    rows(u"503, Retry-After in seconds"_s, 503, "20", retried("server", 4 * 20s));
    for (const int status : {408, 500, 502, 503, 504})
        rows(QString::number(status), status, {}, retried("server", BackOff));
    rows(u"401"_s, 401, {}, refused("unauthorized"));
    rows(u"403"_s, 403, {}, refused("forbidden"));
    rows(u"404"_s, 404, {}, refused("not_found"));
    rows(u"422"_s, 422, {}, refused("rejected"));
}

void FaultStatusesTest::endAsDocumentedAndLoseNothing()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const QString, fault);
    QFETCH(const int, status);
    QFETCH(const QByteArray, retryAfter);
    QFETCH(const FaultOutcome, expected);
    const QString words = Words + u" to "_s + m_matrix.secrets(vendor).join(u' ');
    Response response = Response::json(refusal(vendor, words.toUtf8()), status);
    if (!retryAfter.isEmpty())
        response.headers.append(Header{"Retry-After", retryAfter});
    m_matrix.server(vendor).faults().every(1, Fault::always(response));
    m_matrix.check(vendor, fault, expected);
}

TRAILGLASS_TEST(FaultStatusesTest)
#include "tst_faultstatuses.moc"
