// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "sourcedriver.h"

#include "models/sources/nected/logdetail.h"
#include "models/sources/secoda/resourcelogs.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

SecretValues key()
{
    return secretValues({{u"api_key"_s, "secret"}});
}

} // namespace

class DrilldownsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForAResourcesHistory();
    void readsVersionsWithBothStates();
    void readsTheLastPageOfAHistory();
    void toleratesAHistoryWithHoles();
    void refusesWhatIsNoHistory_data();
    void refusesWhatIsNoHistory();
    void asksForALogEntryByEitherGeneration();
    void readsParentsAndChildren();
    void keepsRelativesThatAreNoEvents();
    void refusesWhatIsNoLogEntry_data();
    void refusesWhatIsNoLogEntry();
};

void DrilldownsTest::asksForAResourcesHistory()
{
    const Source &secoda = *findSource(Vendor::Secoda);
    const SourceSettings settings = checkedSettings(secoda, {});
    const Result<HttpRequest> request = secodaResourceLogsRequest(settings, key(), u"a/b c&d=é"_s, 3);
    QCOMPARE(request->url.toEncoded(),
             QByteArray("https://api.secoda.co/api/v1/activity_log/resource_logs/"
                        "?resource_id=a%2Fb%20c%26d%3D%C3%A9&page=3"));
    QCOMPARE(headerOf(*request, "Authorization"), QByteArray("Bearer secret"));
    QCOMPARE(secodaResourceLogsRequest(settings, {}, u"a"_s).error().kind, ErrorKind::SecretUnavailable);
}

void DrilldownsTest::readsVersionsWithBothStates()
{
    const Result<SecodaResourceLogs> logs =
        parseSecodaResourceLogs(fixture(u"secoda/resource-logs-page.json"_s));
    QVERIFY(logs.hasValue());
    QCOMPARE(logs->total, 12);
    QCOMPARE(logs->nextPage, 2);
    QCOMPARE(logs->unreadable, 0);
    QCOMPARE(logs->versions.size(), std::size_t(1));
    const SecodaVersion &version = logs->versions.front();
    QCOMPARE(version.id, std::string("d00d0000-3333-4444-8555-666677778888"));
    QCOMPARE(version.logged->value, at("2026-09-01T10:00:00.123456Z").value);
    QVERIFY(version.previous.starts_with('{') && version.previous.find("\"Orders.\"") != std::string::npos);
    QVERIFY(version.current.find("one row a line item.") != std::string::npos);
    QCOMPARE(version.definitionDiff, std::string("{}"));
    QVERIFY(version.descriptionDiff.find("added") != std::string::npos);
    QVERIFY(version.snapshot.find("\"published\": true") != std::string::npos);
    QCOMPARE(version.events.size(), std::size_t(1));
    QCOMPARE(version.events.front().id, std::string("7a1f0f2e-6a50-4c57-9b4d-2f3d3a1b0c01"));
    QVERIFY(version.events.front().raw.starts_with('{') && version.events.front().raw.ends_with('}'));
    QCOMPARE(logs->events.size(), std::size_t(1));
    QCOMPARE(logs->events.front().action, std::string("API_KEY_CREATED"));
}

void DrilldownsTest::readsTheLastPageOfAHistory()
{
    const auto nextAfter = [](qint64 page, const QByteArray &paging) {
        const QByteArray body = R"({"version_histories":[],"non_versioned_logs":[])" + paging;
        return parseSecodaResourceLogs(body, page)->nextPage;
    };
    QCOMPARE(nextAfter(1, R"(,"meta":{"next_page":null,"total_pages":9}})"), std::nullopt);
    QCOMPARE(nextAfter(1, R"(,"total_pages":2})"), 2);
    QCOMPARE(nextAfter(2, R"(,"total_pages":2})"), std::nullopt);
    QCOMPARE(nextAfter(1, "}"), std::nullopt);
}

void DrilldownsTest::toleratesAHistoryWithHoles()
{
    const Result<SecodaResourceLogs> logs = parseSecodaResourceLogs(R"({"version_histories":[
        7, {"id":1,"metadata":{"prev":null},"activity_logs":[{"id":"no time"},5]}, {"metadata":"x"}]})");
    QVERIFY(logs.hasValue());
    QCOMPARE(logs->versions.size(), std::size_t(2));
    QCOMPARE(logs->versions.front().id, std::string("1"));
    QCOMPARE(logs->versions.front().previous, std::string());
    QVERIFY(!logs->versions.front().logged);
    QCOMPARE(logs->unreadable, 2);
    QVERIFY(logs->events.empty());
}

void DrilldownsTest::refusesWhatIsNoHistory_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("HTML") << QByteArray("<html></html>") << ErrorKind::Malformed;
    QTest::newRow("empty") << QByteArray() << ErrorKind::Malformed;
    QTest::newRow("cut off") << QByteArray(R"({"version_histories":[{"id":1}],"non)") << ErrorKind::Malformed;
    QTest::newRow("broken inside") << QByteArray(R"({"version_histories":[{"id":tru}]})")
                                   << ErrorKind::Malformed;
    QTest::newRow("list") << QByteArray("[]") << ErrorKind::Malformed;
    QTest::newRow("other object") << QByteArray(R"({"results":[]})") << ErrorKind::Malformed;
    QTest::newRow("error") << QByteArray(R"({"detail":"Not found."})") << ErrorKind::Vendor;
}

void DrilldownsTest::refusesWhatIsNoHistory()
{
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    const Result<SecodaResourceLogs> logs = parseSecodaResourceLogs(body);
    QVERIFY(!logs.hasValue());
    QCOMPARE(logs.error().kind, kind);
    QVERIFY(!logs.error().message.isEmpty());
}

void DrilldownsTest::asksForALogEntryByEitherGeneration()
{
    const Source &nected = *findSource(Vendor::Nected);
    const Result<HttpRequest> reference =
        nectedLogDetailRequest(checkedSettings(nected, {}), key(), u"cIQ1/b"_s);
    QCOMPARE(reference->url.toEncoded(),
             QByteArray("https://api.nected.ai/dev/audit/audit/cIQ1%2Fb?pageNo=1&pageSize=10"));
    QCOMPARE(headerOf(*reference, "nected-api-key"), QByteArray("secret"));
    const SourceSettings newer =
        checkedSettings(nected, {{u"api_generation"_s, u"v1"_s}, {u"branch"_s, u"main"_s}});
    const Result<HttpRequest> v1 = nectedLogDetailRequest(newer, key(), u"cIQ1"_s, 2);
    QCOMPARE(v1->url.toEncoded(),
             QByteArray("https://api.nected.ai/dev/v1/audit/audit/cIQ1?pageNo=2&pageSize=10"));
    QCOMPARE(headerOf(*v1, "Nected-Branch"), QByteArray("main"));
    QCOMPARE(nectedLogDetailRequest(newer, {}, u"a"_s).error().kind, ErrorKind::SecretUnavailable);
}

void DrilldownsTest::readsParentsAndChildren()
{
    const Result<NectedLogDetail> detail = parseNectedLogDetail(fixture(u"nected/detail.json"_s));
    QVERIFY(detail.hasValue());
    QCOMPARE(detail->detail.id, std::string("lIQtbJMBXygxw2IbjNhm"));
    QVERIFY(detail->detail.raw.starts_with('{') && detail->detail.raw.ends_with('}'));
    QCOMPARE(detail->parents.size(), std::size_t(1));
    QCOMPARE(detail->parents.front().event->id, std::string("VYL5YpMBXygxw2Ib87RH"));
    QCOMPARE(detail->children.size(), std::size_t(2));
    QCOMPARE(detail->children.back().event->action, std::string("Update"));
    QCOMPARE(detail->children.back().event->raw, detail->children.back().raw);
    QCOMPARE(detail->totalChildren, 12);
}

void DrilldownsTest::keepsRelativesThatAreNoEvents()
{
    const Result<NectedLogDetail> detail = parseNectedLogDetail(R"({"data":{
        "detail":{"logId":"a","date":"2024-11-27T06:00:38Z"},"parent":{"logId":"b"},"children":["x",null],
        "totalChildren":"2"}})");
    QVERIFY(detail.hasValue());
    QCOMPARE(detail->parents.size(), std::size_t(1));
    QCOMPARE(detail->parents.front().raw, std::string(R"({"logId":"b"})"));
    QVERIFY(!detail->parents.front().event);
    QCOMPARE(detail->children.size(), std::size_t(2));
    QCOMPARE(detail->children.front().raw, std::string(R"("x")"));
    QCOMPARE(detail->totalChildren, 2);
}

void DrilldownsTest::refusesWhatIsNoLogEntry_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("HTML") << QByteArray("<html></html>") << ErrorKind::Malformed;
    QTest::newRow("no detail") << QByteArray(R"({"data":{},"code":"success"})") << ErrorKind::Malformed;
    QTest::newRow("no id") << QByteArray(R"({"data":{"detail":{"date":"2024-11-27T06:00:38Z"}}})")
                           << ErrorKind::Malformed;
    QTest::newRow("error") << fixture(u"nected/error-404.json"_s) << ErrorKind::Vendor;
    QTest::newRow("code") << fixture(u"nected/error-code-at-200.json"_s) << ErrorKind::Vendor;
    QTest::newRow("code without words")
        << QByteArray(R"({"code":"X","data":{"detail":{}}})") << ErrorKind::Vendor;
}

void DrilldownsTest::refusesWhatIsNoLogEntry()
{
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    const Result<NectedLogDetail> detail = parseNectedLogDetail(body);
    QVERIFY(!detail.hasValue());
    QCOMPARE(detail.error().kind, kind);
    QVERIFY(!detail.error().message.isEmpty());
}

TRAILGLASS_TEST(DrilldownsTest)
#include "tst_drilldowns.moc"
