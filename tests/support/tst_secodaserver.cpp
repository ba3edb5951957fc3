// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/secodaserver.h"

#include "tests/support/company.h"
#include "tests/support/testclient.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

class SecodaServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void servesEveryEventOnceNewestFirst();
    void redirectsWithoutTheTrailingSlash();
    void refusesWhatSecodaWould_data();
    void refusesWhatSecodaWould();
    void filters_data();
    void filters();
    void hasNoOrderWithoutSort();
    void shiftsRowsWhenAnEventComesBetweenPages();
    void canGoOnForEver();
    void tellsTheHistoryOfAResource();
    void answersTheHealthCheckWithoutKey();

private:
    [[nodiscard]] Reply list(const QList<Parameter> &parameters);
    [[nodiscard]] QString base() const { return m_server->settings().value(u"base_url"_s); }
    void addEvent(const QByteArray &id, const QByteArray &logged, const QByteArray &more = {});

    TestClient m_client;
    std::unique_ptr<SecodaServer> m_server;
};

namespace {

const QList<Header> Authorized{{"Authorization", "Bearer demo-secoda-key"}};
const QString Path = u"/api/v1/activity_log/audit_logs/"_s;
const Parameter NewestFirst{"sort", R"({"field":"logged_at","order":"desc"})"};

} // namespace

void SecodaServerTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_server = std::make_unique<SecodaServer>();
    QVERIFY(m_server->listen());
}

Reply SecodaServerTest::list(const QList<Parameter> &parameters)
{
    return m_client.get(urlWith(base(), Path, parameters), Authorized);
}

void SecodaServerTest::addEvent(const QByteArray &id, const QByteArray &logged, const QByteArray &more)
{
    m_server->addEvent({.id = id,
                        .created = *parseTime(logged.toStdString()),
                        .raw = "{\"id\": \"" + id + "\", \"logged_at\": \"" + logged
                            + "\", \"created_at\": \"" + logged + "\"" + more + "}"});
}

void SecodaServerTest::servesEveryEventOnceNewestFirst()
{
    const Company company({.seed = 3, .now = {1'795'000'000'000'000}, .events = 1000});
    m_server->setEvents(company.events(Vendor::Secoda));
    m_server->setPageSize(20);
    QList<QByteArray> ids;
    QJsonValue page = 1;
    while (!page.isNull()) {
        const Reply reply = list({NewestFirst, {"page", QByteArray::number(page.toInt())}});
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.json().value(u"results").toArray().size() <= 20);
        ids += idsOf(reply.json().value(u"results"), u"id"_s);
        page = reply.json().value(u"meta").toObject().value(u"next_page");
    }
    QList<QByteArray> expected;
    for (const VendorEvent &event : company.events(Vendor::Secoda))
        expected.prepend(event.id);
    QCOMPARE(ids, expected);
    QCOMPARE(m_server->refusals(), QStringList());
}

void SecodaServerTest::redirectsWithoutTheTrailingSlash()
{
    const Reply reply = m_client.get(urlWith(base(), Path.chopped(1), {{"page", "1"}}), Authorized);
    QCOMPARE(reply.status, 301);
    QCOMPARE(reply.location, QByteArray("/api/v1/activity_log/audit_logs/?page=1"));
    QCOMPARE(m_server->refusals(), QStringList{u"no trailing slash"_s});
}

void SecodaServerTest::refusesWhatSecodaWould_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QList<Parameter>>("parameters");
    QTest::addColumn<int>("status");
    const QByteArray good = Authorized.first().value;
    const auto row = [&good](const char *name, const QList<Parameter> &parameters, int status) {
        QTest::newRow(name) << good << parameters << status;
    };
    QTest::newRow("no key") << QByteArray("") << QList<Parameter>() << 401;
    QTest::newRow("wrong key") << QByteArray("Bearer x") << QList<Parameter>() << 401;
    row("unknown parameter", {{"page_size", "10"}}, 422);
    row("page in words", {{"page", "two"}}, 422);
    row("page 0", {{"page", "0"}}, 404);
    row("page after the last", {{"page", "2"}}, 404);
    row("sort that is no JSON", {{"sort", "-logged_at"}}, 400);
    row("sort by an unknown field", {{"sort", R"({"field":"when","order":"desc"})"}}, 400);
    row("sort without order", {{"sort", R"({"field":"logged_at"})"}}, 400);
    row("sort with an unknown key", {{"sort", R"({"field":"logged_at","order":"asc","nulls":"last"})"}}, 400);
    row("filter that is no object", {{"filter", "[]"}}, 400);
    row("a range, of which there are none",
        {{"filter", R"({"operator":"gte","field":"logged_at","value":"2026"})"}}, 400);
    row("an unknown field", {{"filter", R"({"operator":"exact","field":"actor","value":"x"})"}}, 400);
    row("in without a list", {{"filter", R"({"operator":"in","field":"id","value":"x"})"}}, 400);
    row("not with two operands",
        {{"filter",
          R"({"operator":"not","operands":[{"operator":"is_set","field":"id"},{"operator":"is_set","field":"id"}]})"}},
        400);
    row("an error deep inside",
        {{"filter", R"({"operator":"or","operands":[{"operator":"and","operands":[]}]})"}}, 400);
}

void SecodaServerTest::refusesWhatSecodaWould()
{
    QFETCH(QByteArray, authorization);
    QFETCH(QList<Parameter>, parameters);
    QFETCH(int, status);
    const Reply reply = m_client.get(urlWith(base(), Path, parameters), {{"Authorization", authorization}});
    QCOMPARE(reply.status, status);
    QVERIFY(!reply.json().value(u"detail").toString().isEmpty());
    QCOMPARE(m_server->refusals().size(), 1);
}

void SecodaServerTest::filters_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QList<QByteArray>>("ids");
    const auto row = [](const char *name, const char *filter, const QList<QByteArray> &ids) {
        QTest::newRow(name) << QByteArray(filter) << ids;
    };
    row("exact", R"({"operator":"exact","field":"performer_type","value":"USER"})", {"3", "1"});
    row("contains ignores case", R"({"operator":"contains","field":"activity_type","value":"EXP"})", {"2"});
    row("in", R"({"operator":"in","field":"id","value":["1","2","9"]})", {"2", "1"});
    row("is_set", R"({"operator":"is_set","field":"parent_id","value":null})", {"1"});
    row("and", R"({"operator":"and","operands":[{"operator":"exact","field":"performer_type","value":"USER"},
                   {"operator":"exact","field":"id","value":"3"}]})",
        {"3"});
    row("or", R"({"operator":"or","operands":[{"operator":"exact","field":"id","value":"1"},
                  {"operator":"exact","field":"id","value":"2"}]})",
        {"2", "1"});
    row("not",
        R"({"operator":"not","operands":[{"operator":"exact","field":"performer_type","value":"USER"}]})",
        {"2"});
}

void SecodaServerTest::filters()
{
    QFETCH(QByteArray, filter);
    QFETCH(QList<QByteArray>, ids);
    addEvent("1", "2026-01-01T00:00:00.000001Z",
             R"(, "performer_type": "USER", "parent_id": "0", "activity_type": "view")");
    addEvent("2", "2026-01-01T00:00:00.000002Z",
             R"(, "performer_type": "API", "parent_id": null, "activity_type": "export")");
    addEvent("3", "2026-01-01T00:00:00.000003Z", R"(, "performer_type": "USER", "activity_type": "view")");
    const Reply reply = list({NewestFirst, {"filter", filter}});
    QCOMPARE(reply.status, 200);
    QCOMPARE(idsOf(reply.json().value(u"results"), u"id"_s), ids);
    QCOMPARE(reply.json().value(u"count").toInt(), int(ids.size()));
}

void SecodaServerTest::hasNoOrderWithoutSort()
{
    const Company company({.seed = 3, .now = {1'795'000'000'000'000}, .events = 1000});
    m_server->setEvents(company.events(Vendor::Secoda));
    const QList<QByteArray> newest = idsOf(list({NewestFirst}).json().value(u"results"), u"id"_s);
    const QList<QByteArray> oldest =
        idsOf(list({{"sort", R"({"field":"logged_at","order":"asc"})"}}).json().value(u"results"), u"id"_s);
    const QList<QByteArray> any = idsOf(list({}).json().value(u"results"), u"id"_s);
    QVERIFY(any != newest && any != oldest && newest != oldest);
    m_server->setIgnoresSort(true);
    QCOMPARE(idsOf(list({NewestFirst}).json().value(u"results"), u"id"_s), any);
}

void SecodaServerTest::shiftsRowsWhenAnEventComesBetweenPages()
{
    m_server->setPageSize(2);
    for (const char *id : {"1", "2", "3", "4"})
        addEvent(id, QByteArray("2026-01-0") + id + "T00:00:00.000000Z");
    m_server->beforePage(2, [this] { addEvent("5", "2026-01-05T00:00:00.000000Z"); });
    QCOMPARE(idsOf(list({NewestFirst, {"page", "1"}}).json().value(u"results"), u"id"_s),
             (QList<QByteArray>{"4", "3"}));
    QCOMPARE(idsOf(list({NewestFirst, {"page", "2"}}).json().value(u"results"), u"id"_s),
             (QList<QByteArray>{"3", "2"}));
}

void SecodaServerTest::canGoOnForEver()
{
    m_server->setPageStuck(true);
    addEvent("1", "2026-01-01T00:00:00.000000Z");
    QCOMPARE(list({}).json().value(u"meta").toObject().value(u"next_page").toInt(), 1);
}

void SecodaServerTest::tellsTheHistoryOfAResource()
{
    const QByteArray table = R"(, "resource_id": "t", "updated_at": "2026-01-01T00:00:00Z")";
    addEvent("1", "2026-01-01T00:00:00.000001Z", table);
    addEvent(
        "2", "2026-01-01T00:00:00.000002Z",
        table
            + R"(, "version_history_id": "v", "metadata": {"prev": {"title": "a"}, "current": {"title": "b"}})");
    addEvent("3", "2026-01-01T00:00:00.000003Z", R"(, "resource_id": "u")");
    const QString path = u"/api/v1/activity_log/resource_logs/"_s;
    const QJsonObject reply = m_client.get(urlWith(base(), path, {{"resource_id", "t"}}), Authorized).json();
    QCOMPARE(reply.value(u"count").toInt(), 2);
    QCOMPARE(idsOf(reply.value(u"non_versioned_logs"), u"id"_s), QList<QByteArray>{"1"});
    const QJsonObject history = reply.value(u"version_histories").toArray().first().toObject();
    QCOMPARE(history.value(u"id").toString(), u"v"_s);
    QCOMPARE(history.value(u"metadata").toObject().value(u"prev").toObject().value(u"title").toString(),
             u"a"_s);
    QCOMPARE(idsOf(history.value(u"activity_logs"), u"id"_s), QList<QByteArray>{"2"});
    QCOMPARE(m_client.get(urlWith(base(), path), Authorized).status, 422);
}

void SecodaServerTest::answersTheHealthCheckWithoutKey()
{
    QCOMPARE(m_client.get(urlWith(base(), u"/healthcheck"_s)).body, QByteArray(R"({"status":"OK"})"));
}

TRAILGLASS_TEST(SecodaServerTest)
#include "tst_secodaserver.moc"
