// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/gzip.h"
#include "tests/sync/faulttest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;
using namespace std::chrono_literals;

namespace {

/// The first bytes of a picture, and what a terminal would obey.
constexpr char Binary[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x1b[31m\x9b\x32J\xff\xfe";

QByteArray binary()
{
    return {Binary, sizeof Binary - 1};
}

/// A day without events, by all that the response says.
QByteArray nullList(Vendor vendor)
{
    switch (vendor) {
    case Vendor::Asana:
        return R"({"data":null,"next_page":null})";
    case Vendor::Secoda:
        return R"({"results":null,"total_pages":0,"count":0,"meta":{"page":1,"next_page":null,"count":0}})";
    case Vendor::Datafold:
        return R"({"logs":null})";
    case Vendor::Paradime:
        return R"({"data":{"getAuditLogs":{"auditLogs":null}}})";
    case Vendor::Nected:
        return R"({"totalCount":0,"totalPages":0,"pageNo":1,"pageSize":10,"data":null,"code":"success","message":"success."})";
    }
    Q_UNREACHABLE();
}

Response encoded(const QByteArray &body, const QByteArray &encoding)
{
    Response response = Response::json(body);
    response.headers.append(Header{"Content-Encoding", encoding});
    return response;
}

} // namespace

/// Whole responses whose bodies are not what was requested, each time.
class FaultBodiesTest : public FaultTest
{
    Q_OBJECT

public:
    FaultBodiesTest()
        : FaultTest(u"faultbodies"_s)
    {
    }

private Q_SLOTS:
    void endAsDocumentedAndLoseNothing_data();
    void endAsDocumentedAndLoseNothing();
    void bombsEndAtTheLimitAndLoseNothing_data();
    void bombsEndAtTheLimitAndLoseNothing();
};

void FaultBodiesTest::endAsDocumentedAndLoseNothing_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Fault>("plan");
    QTest::addColumn<FaultOutcome>("expected");
    for (const Vendor vendor : FakeVendors::Vendors) {
        const auto row = [vendor](const QString &fault, const Fault &plan, const FaultOutcome &expected) {
            QTest::addRow("%s, %s", name(vendor).data(), qPrintable(fault))
                << vendor << fault << plan << expected;
        };
        const auto body = [](const QByteArray &text) {
            return Fault::always(Response::json(text));
        };
        const qint64 plain = FaultMatrix::plainRequests(vendor);
        const FaultOutcome read{.name = u"ok"_s, .requests = plain, .waited = 0ms, .arrived = plain};
        const QString words = u"The log is closed to "_s + matrix().secrets(vendor).join(u' ');

        row(u"web page with status 200"_s, {.kind = Fault::Kind::Html}, repeated(u"malformed"_s));
        row(u"empty body with status 200"_s, body({}), repeated(u"malformed"_s));
        row(u"JSON of another shape"_s, body(R"({"items":[{"id":1}],"total":1})"), repeated(u"malformed"_s));
        row(u"JSON list alone"_s, body("[]"), repeated(u"malformed"_s));
        row(u"JSON null alone"_s, body("null"), repeated(u"malformed"_s));
        row(u"error with status 200"_s, body(vendorErrorBody(vendor, words.toUtf8())), once(u"vendor"_s));
        row(u"null for the list"_s, body(nullList(vendor)), once(u"ok"_s));
        if (vendor == Vendor::Secoda)
            row(u"null for a list of 5"_s, body(R"({"results":null,"count":5,"total_pages":1})"),
                repeated(u"malformed"_s));
        if (vendor == Vendor::Nected)
            row(u"null for a list of 5"_s, body(R"({"totalCount":5,"data":null,"code":"success"})"),
                repeated(u"malformed"_s));
        row(u"gzip"_s, {.kind = Fault::Kind::Gzip}, read);
        row(u"x-gzip"_s,
            Fault::altered([](const Response &response) { return encoded(gzip(response.body), "x-gzip"); }),
            read);
        row(u"another compression"_s, Fault::always(encoded(binary(), "br")), once(u"unsupported"_s));
        row(u"binary body"_s, body(binary()), repeated(u"malformed"_s));
        row(u"binary body with status 403"_s, Fault::always(Response::json(binary(), 403)),
            once(u"forbidden"_s));
    }
}

void FaultBodiesTest::endAsDocumentedAndLoseNothing()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const QString, fault);
    QFETCH(const Fault, plan);
    QFETCH(const FaultOutcome, expected);
    matrix().server(vendor).faults().every(1, plan);
    matrix().check(vendor, fault, expected);
}

void FaultBodiesTest::bombsEndAtTheLimitAndLoseNothing_data()
{
    addVendors();
}

void FaultBodiesTest::bombsEndAtTheLimitAndLoseNothing()
{
    QFETCH(const Vendor, vendor);
    constexpr qint64 Limit = 256 * 1024;
    const QByteArray bomb = gzip(QByteArray(R"({"data":[)" + QByteArray(16 * Limit, ' ')));
    QCOMPARE_LT(bomb.size(), Limit);
    const auto sync = [](SyncHarness &harness, const SyncJob &job) {
        harness.http().setResponseLimits({.page = {.bytes = Limit}, .streamed = {.bytes = Limit}});
        const SyncReport report = harness.run(job);
        harness.http().setResponseLimits({});
        return report;
    };
    matrix().server(vendor).faults().every(1, Fault::always(encoded(bomb, "gzip")));
    matrix().check(vendor, u"gzip that unpacks past the limit"_s,
                   vendor == Vendor::Datafold ? halved() : once(u"too_large"_s), sync);
}

TRAILGLASS_TEST(FaultBodiesTest)
#include "tst_faultbodies.moc"
