// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/sources/sourcedriver.h"

#include "models/sources/nected/logdetail.h"
#include "models/sources/nected/nectedrequest.h"
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
    void requestsNoOtherPathForAnIdOfDots_data();
    void requestsNoOtherPathForAnIdOfDots();
    void readsParentsAndChildren();
    void keepsRelativesThatAreNoEvents();
    void joinsPages();
    void knowsWhatCanBeRequested();
    void refusesWhatIsNoLogEntry_data();
    void refusesWhatIsNoLogEntry();
    void keepsApartWhatAVersionChanged();
    void ordersTheHistoryByTimeAndRelativesBeforeIt();
    void takesAPageThatNamesItselfAsTheLast();
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
    const Result<DetailPage> page = parseSecodaResourceLogs(fixture(u"secoda/resource-logs-page.json"_s));
    QVERIFY(page.hasValue());
    const EventDetail &logs = page->detail;
    QCOMPARE(logs.total, 12);
    QCOMPARE(page->nextPage, 2);
    QCOMPARE(logs.versions.size(), std::size_t(1));
    const DetailVersion &version = logs.versions.front();
    QCOMPARE(version.id, std::string("d00d0000-3333-4444-8555-666677778888"));
    QCOMPARE(version.logged->value, at("2026-09-01T10:00:00.123456Z").value);
    QVERIFY(version.raw.starts_with('{') && version.raw.ends_with('}'));
    for (const char *part :
         {"\"Orders.\"", "one row a line item.", "description_diff", "\"published\": true"})
        QVERIFY(version.raw.find(part) != std::string::npos);
    QCOMPARE(version.entries.size(), std::size_t(1));
    QCOMPARE(version.entries.front().event->id, std::string("7a1f0f2e-6a50-4c57-9b4d-2f3d3a1b0c01"));
    const std::string &raw = version.entries.front().raw;
    QVERIFY(raw.starts_with('{') && raw.ends_with('}'));
    QCOMPARE(logs.entries.size(), std::size_t(1));
    QVERIFY(logs.entries.front().relation == DetailEntry::Relation::History);
    QCOMPARE(logs.entries.front().event->action, std::string("API_KEY_CREATED"));
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
    const Result<DetailPage> page = parseSecodaResourceLogs(R"({"version_histories":[
        7, {"id":1,"metadata":{"prev":null},"activity_logs":[{"id":"no time"},5]}, {"metadata":"x"}]})");
    QVERIFY(page.hasValue());
    const std::vector<DetailVersion> &versions = page->detail.versions;
    QCOMPARE(versions.size(), std::size_t(2));
    QCOMPARE(versions.front().id, std::string("1"));
    QVERIFY(!versions.front().logged);
    QCOMPARE(versions.front().entries.size(), std::size_t(2));
    QVERIFY(!versions.front().entries.front().event);
    QCOMPARE(versions.front().entries.back().raw, std::string("5"));
    QVERIFY(page->detail.entries.empty());
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
    const Result<DetailPage> logs = parseSecodaResourceLogs(body);
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

void DrilldownsTest::requestsNoOtherPathForAnIdOfDots_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("segment"); // empty: nothing is requested
    for (const char *id : {".", "..", "../..", "../v1", "a/../../b", "..\\..", "a\\..", "x/.", ""})
        QTest::newRow(*id ? id : "none") << QString::fromLatin1(id) << QByteArray();
    QTest::newRow("dots in a name") << u"a..b"_s << QByteArray("a..b");
    QTest::newRow("three dots") << u"..."_s << QByteArray("...");
    QTest::newRow("encoded dots") << u"%2e%2e"_s << QByteArray("%252e%252e");
    QTest::newRow("a query") << u"..?x=1#y"_s << QByteArray("..%3Fx%3D1%23y");
    QTest::newRow("parameters") << u"..;x"_s << QByteArray("..%3Bx");
}

void DrilldownsTest::requestsNoOtherPathForAnIdOfDots()
{
    QFETCH(const QString, id);
    QFETCH(const QByteArray, segment);
    const Source &nected = *findSource(Vendor::Nected);
    const auto request = nectedLogDetailRequest(checkedSettings(nected, {}), key(), id);
    QCOMPARE(request.hasValue(), !segment.isEmpty());
    if (request) {
        QCOMPARE(request->url.toEncoded(),
                 "https://api.nected.ai/dev/audit/audit/" + segment + "?pageNo=1&pageSize=10");
    } else {
        QCOMPARE(request.error().kind, ErrorKind::Usage);
        QVERIFY2(request.error().message.contains(u'“' + id + u'”'), qPrintable(request.error().message));
    }
    if (!id.isEmpty()) { // the same in a setting, which comes with a workspace
        const auto list = nectedGet(checkedSettings(nected, {{u"module"_s, id}}), key(), "search", {});
        QCOMPARE(list.hasValue(), !segment.isEmpty());
    }
}

void DrilldownsTest::readsParentsAndChildren()
{
    using Relation = DetailEntry::Relation;
    const Result<DetailPage> page = parseNectedLogDetail(fixture(u"nected/detail.json"_s));
    QVERIFY(page.hasValue());
    const std::vector<DetailEntry> &entries = page->detail.entries;
    QCOMPARE(entries.size(), std::size_t(4));
    QVERIFY(entries[0].relation == Relation::Itself);
    QCOMPARE(entries[0].event->id, std::string("lIQtbJMBXygxw2IbjNhm"));
    QVERIFY(entries[0].raw.starts_with('{') && entries[0].raw.ends_with('}'));
    QVERIFY(entries[1].relation == Relation::Parent);
    QCOMPARE(entries[1].event->id, std::string("VYL5YpMBXygxw2Ib87RH"));
    QVERIFY(entries[2].relation == Relation::Child && entries[3].relation == Relation::Child);
    QCOMPARE(entries[3].event->action, std::string("Update"));
    QCOMPARE(page->detail.total, 12);
    QCOMPARE(page->nextPage, std::nullopt); // a page that is not full is the last, whatever the total says
}

void DrilldownsTest::keepsRelativesThatAreNoEvents()
{
    const Result<DetailPage> page = parseNectedLogDetail(R"({"data":{
        "detail":{"logId":"a","date":"2024-11-27T06:00:38Z"},"parent":{"logId":"b"},"children":["x",null],
        "totalChildren":"2"}})");
    QVERIFY(page.hasValue());
    const std::vector<DetailEntry> &entries = page->detail.entries;
    QCOMPARE(entries.size(), std::size_t(4));
    QCOMPARE(entries[1].raw, std::string(R"({"logId":"b"})"));
    QVERIFY(!entries[1].event);
    QCOMPARE(entries[2].raw, std::string(R"("x")"));
    QCOMPARE(page->detail.total, 2);
}

void DrilldownsTest::joinsPages()
{
    const auto page = [](const QByteArray &children) -> QByteArray {
        return R"({"data":{"detail":{"logId":"a","date":"2024-11-27T06:00:38Z"},"parent":[{"logId":"p"}],
            "children":[)"
            + children + R"(],"totalChildren":13}})";
    };
    const QByteArray first = page("1,2,3,4,5,6,7,8,9,10");
    const DetailRequests &nected = *findSource(Vendor::Nected)->details();
    QCOMPARE(nected.read(first, 1)->nextPage, 2);
    const Result<EventDetail> all = readDetail(nected, {first, page("11,12,13")});
    QVERIFY(all.hasValue());
    QCOMPARE(all->entries.size(), std::size_t(2 + 13)); // itself and its parent once
    QVERIFY(!all->isCut);
    QVERIFY(readDetail(nected, {first})->isCut);
    QVERIFY(!readDetail(nected, {first, "{"}).hasValue());
}

void DrilldownsTest::knowsWhatCanBeRequested()
{
    Event event;
    event.id = "log";
    event.target.id = "resource";
    QCOMPARE(findSource(Vendor::Nected)->details()->keyOf(event), std::string("log"));
    QCOMPARE(findSource(Vendor::Secoda)->details()->keyOf(event), std::string("resource"));
    for (const Vendor vendor : {Vendor::Asana, Vendor::Datafold, Vendor::Paradime})
        QVERIFY(!findSource(vendor)->details());
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
    const Result<DetailPage> detail = parseNectedLogDetail(body);
    QVERIFY(!detail.hasValue());
    QCOMPARE(detail.error().kind, kind);
    QVERIFY(!detail.error().message.isEmpty());
}

void DrilldownsTest::keepsApartWhatAVersionChanged()
{
    const Result<DetailPage> page = parseSecodaResourceLogs(fixture(u"secoda/resource-logs-page.json"_s));
    const std::string &states = page->detail.versions.front().states;
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(states)).object();
    QCOMPARE(object.keys(), QStringList{u"metadata"_s}); // without the entries
    QVERIFY(object[u"metadata"].toObject().contains(u"prev"_s));
    QVERIFY(parseSecodaResourceLogs(R"({"version_histories":[{"id":"a","metadata":null}]})")
                ->detail.versions.front()
                .states.empty());
}

void DrilldownsTest::ordersTheHistoryByTimeAndRelativesBeforeIt()
{
    using Relation = DetailEntry::Relation;
    const auto entry = [](Relation relation, const std::string &id, std::optional<qint64> created) {
        DetailEntry made{relation, {}, std::nullopt};
        if (created) {
            made.event = Event();
            made.event->id = id;
            made.event->created = UtcMicros{*created};
        }
        return made;
    };
    EventDetail detail;
    detail.entries = {entry(Relation::History, "unreadable", {}), entry(Relation::History, "old", 1),
                      entry(Relation::Child, "child", 9),         entry(Relation::History, "new", 3),
                      entry(Relation::Parent, "parent", 1),       entry(Relation::Itself, "itself", 5)};
    detail.versions.push_back({"version", UtcMicros{2}, {}, {}, {}});
    detail.versions.push_back({"timeless", std::nullopt, {}, {}, {}});
    QStringList order;
    for (const DetailItem &item : itemsInOrder(detail)) {
        if (item.version)
            order += QString::fromStdString(item.version->id);
        else
            order += item.entry->event ? QString::fromStdString(item.entry->event->id) : u"?"_s;
    }
    QCOMPARE(order,
             (QStringList{u"itself"_s, u"parent"_s, u"child"_s, u"new"_s, u"version"_s, u"old"_s,
                          u"timeless"_s, u"?"_s}));
}

void DrilldownsTest::takesAPageThatNamesItselfAsTheLast()
{
    const DetailRequests &secoda = *findSource(Vendor::Secoda)->details();
    const auto cut = [&secoda](const QByteArray &next) {
        return readDetail(secoda, {R"({"version_histories":[],"meta":{"next_page":)" + next + "}}"})->isCut;
    };
    QVERIFY(!cut("1"));
    QVERIFY(!cut("null"));
    QVERIFY(cut("2"));
}

TRAILGLASS_TEST(DrilldownsTest)
#include "tst_drilldowns.moc"
