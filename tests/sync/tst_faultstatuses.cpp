// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/sync/faulttest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;
using namespace std::chrono_literals;

namespace {

const QString Words = u"The audit log is closed"_s;

} // namespace

/// A status other than 200 in response to every request.
class FaultStatusesTest : public FaultTest
{
    Q_OBJECT

public:
    FaultStatusesTest()
        : FaultTest(u"faultstatuses"_s)
    {
    }

private Q_SLOTS:
    void endAsDocumentedAndLoseNothing_data();
    void endAsDocumentedAndLoseNothing();
};

void FaultStatusesTest::endAsDocumentedAndLoseNothing_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<FaultOutcome>("expected");

    const auto rows = [](const QString &fault, int status, const QByteArray &retryAfter,
                         const FaultOutcome &expected) {
        for (const Vendor vendor : FakeVendors::Vendors) {
            FaultOutcome outcome = expected;
            if (vendor == Vendor::Datafold && status == 504) // its sign for a window that is too large
                outcome = halved();
            QTest::addRow("%s, %s", name(vendor).data(), qPrintable(fault))
                << vendor << fault << status << retryAfter << outcome;
        }
    };
    const auto retried = [](const QString &kind, std::chrono::milliseconds waited) {
        FaultOutcome outcome = repeated(kind);
        outcome.waited = waited;
        outcome.words = {Words};
        return outcome;
    };
    const auto refused = [](const QString &kind) {
        FaultOutcome outcome = once(kind);
        outcome.words = {Words};
        return outcome;
    };
    constexpr auto BackOff = 2s + 5s + 14s + 15'500ms; // the middle of each spread
    rows(u"429, Retry-After in seconds"_s, 429, "7", retried(u"rate_limited"_s, 4 * 7s));
    rows(u"429, Retry-After as a date"_s, 429, "Fri, 20 Nov 2026 12:00:20 GMT",
         retried(u"rate_limited"_s, 4 * 20s));
    rows(u"429"_s, 429, {}, retried(u"rate_limited"_s, BackOff));
    rows(u"429, Retry-After of an hour"_s, 429, "3600", refused(u"rate_limited"_s));
    rows(u"503, Retry-After in seconds"_s, 503, "20", retried(u"server"_s, 4 * 20s));
    for (const int status : {408, 425, 500, 502, 503, 504})
        rows(QString::number(status), status, {}, retried(u"server"_s, BackOff));
    rows(u"400"_s, 400, {}, refused(u"rejected"_s));
    rows(u"401"_s, 401, {}, refused(u"unauthorized"_s));
    rows(u"403"_s, 403, {}, refused(u"forbidden"_s));
    rows(u"404"_s, 404, {}, refused(u"not_found"_s));
    rows(u"422"_s, 422, {}, refused(u"rejected"_s));
}

void FaultStatusesTest::endAsDocumentedAndLoseNothing()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const QString, fault);
    QFETCH(const int, status);
    QFETCH(const QByteArray, retryAfter);
    QFETCH(const FaultOutcome, expected);
    const QString words = Words + u" to "_s + matrix().secrets(vendor).join(u' ');
    Response response = Response::json(vendorErrorBody(vendor, words.toUtf8()), status);
    if (!retryAfter.isEmpty())
        response.headers.append(Header{"Retry-After", retryAfter});
    matrix().server(vendor).faults().every(1, Fault::always(response));
    matrix().check(vendor, fault, expected);
}

TRAILGLASS_TEST(FaultStatusesTest)
#include "tst_faultstatuses.moc"
