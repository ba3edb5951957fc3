// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/asanaserver.h"

#include "tests/support/company.h"
#include "tests/support/testclient.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

class AsanaServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void servesEveryEventOnceInAscendingOrder();
    void servesTheBytesUnaltered();
    void refusesWhatAsanaWould_data();
    void refusesWhatAsanaWould();
    void filters_data();
    void filters();
    void continuesAnEmptyPageAndFindsWhatComesLater();
    void saysNullWhileNothingMatches();
    void expiresOffsets();
    void bindsAnOffsetToItsFilters();
    void losesNoneOfEqualTimesBetweenPages();
    void leadsNowhereWithTheUri();
    void canStandStill();

private:
    [[nodiscard]] Reply list(const QList<Parameter> &parameters);
    [[nodiscard]] static Parameter offsetOf(const Reply &reply);

    TestClient m_client;
    std::unique_ptr<AsanaServer> m_server;
};

namespace {

const QList<Header> Authorized{{"Authorization", "Bearer demo-asana-service-account-token"}};
const QString Path = u"/workspaces/1200000000000001/audit_log_events"_s;

VendorEvent eventAt(const QByteArray &gid, const QByteArray &created, const QByteArray &actorGid = "1")
{
    const QByteArray raw = "{\"gid\":\"" + gid + "\",\"created_at\":\"" + created
        + "\",\"event_type\":\"task_deleted\",\"actor\":{\"actor_type\":\"user\",\"gid\":\"" + actorGid
        + "\"},\"resource\":{\"gid\":\"9\"},\"n\":1.10}";
    return {.id = gid, .created = *parseTime(created.toStdString()), .raw = raw};
}

} // namespace

void AsanaServerTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_server = std::make_unique<AsanaServer>();
    QVERIFY(m_server->listen());
}

Reply AsanaServerTest::list(const QList<Parameter> &parameters)
{
    return m_client.get(urlWith(m_server->settings().value(u"base_url"_s), Path, parameters), Authorized);
}

Parameter AsanaServerTest::offsetOf(const Reply &reply)
{
    return {"offset", reply.json().value(u"next_page").toObject().value(u"offset").toString().toUtf8()};
}

void AsanaServerTest::servesEveryEventOnceInAscendingOrder()
{
    Company company({.seed = 3, .now = {1'795'000'000'000'000}, .events = 1000});
    m_server->setEvents(company.events(Vendor::Asana));
    QList<QByteArray> ids;
    Reply reply = list({{"limit", "100"}});
    while (!reply.json().value(u"data").toArray().isEmpty()) {
        QVERIFY(reply.json().value(u"data").toArray().size() <= 100);
        ids += idsOf(reply.json().value(u"data"), u"gid"_s);
        reply = list({{"limit", "100"}, offsetOf(reply)});
    }
    QList<QByteArray> expected;
    for (const VendorEvent &event : company.events(Vendor::Asana))
        expected.append(event.id);
    QCOMPARE(ids, expected);
    QCOMPARE(m_server->pageCount(), 6); // 414 events, and the empty page
    QCOMPARE(m_server->refusals(), QStringList());
}

void AsanaServerTest::servesTheBytesUnaltered()
{
    const VendorEvent event = eventAt("1", "2026-01-01T00:00:00.000Z");
    m_server->addEvent(event);
    QVERIFY(list({}).body.startsWith(QByteArray("{\"data\":[" + event.raw + "],\"next_page\":{")));
}

void AsanaServerTest::refusesWhatAsanaWould_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const QByteArray good = Authorized.first().value;
    QTest::newRow("no key") << QByteArray() << Path << QByteArray() << 401 << u"Not Authorized"_s;
    QTest::newRow("wrong key") << QByteArray("Bearer x") << Path << QByteArray() << 401
                               << u"Not Authorized"_s;
    QTest::newRow("key without Bearer")
        << good.sliced(7) << Path << QByteArray() << 401 << u"Not Authorized"_s;
    QTest::newRow("unknown workspace") << good << u"/workspaces/5/audit_log_events"_s << QByteArray() << 404
                                       << u"workspace: Unknown object: 5"_s;
    QTest::newRow("wrong path") << good << u"/workspaces"_s << QByteArray() << 404
                                << u"No matching route for request"_s;
    QTest::newRow("limit 0") << good << Path << QByteArray("limit=0") << 400 << u"limit: out of range"_s;
    QTest::newRow("limit 101") << good << Path << QByteArray("limit=101") << 400 << u"limit: out of range"_s;
    QTest::newRow("limit in words") << good << Path << QByteArray("limit=ten") << 400
                                    << u"limit: not of type"_s;
    QTest::newRow("unknown parameter")
        << good << Path << QByteArray("page=2") << 400 << u"page: not a parameter"_s;
    QTest::newRow("parameter given twice")
        << good << Path << QByteArray("limit=5&limit=6") << 400 << u"limit: given twice"_s;
    QTest::newRow("time without zone") << good << Path << QByteArray("start_at=2026-01-01T00:00:00") << 400
                                       << u"start_at: not an RFC 3339"_s;
    QTest::newRow("a plus that is a space")
        << good << Path << QByteArray("start_at=2026-01-01T00:00:00%2000:00") << 400
        << u"start_at: not an RFC 3339"_s;
    QTest::newRow("unknown actor type")
        << good << Path << QByteArray("actor_type=robot") << 400 << u"actor_type: not one of"_s;
    QTest::newRow("actor given twice") << good << Path << QByteArray("actor_type=user&actor_gid=1") << 400
                                       << u"actor_type: must be left out"_s;
    QTest::newRow("offset never handed out") << good << Path << QByteArray("offset=eyJ0") << 400
                                             << u"offset: Your pagination token has expired."_s;
}

void AsanaServerTest::refusesWhatAsanaWould()
{
    QFETCH(QByteArray, authorization);
    QFETCH(QString, path);
    QFETCH(QByteArray, query);
    QFETCH(int, status);
    QFETCH(QString, message);
    QUrl url(m_server->settings().value(u"base_url"_s) + path);
    if (!query.isEmpty())
        url.setQuery(QString::fromUtf8(query));
    const QList<Header> headers =
        authorization.isEmpty() ? QList<Header>() : QList<Header>{{"Authorization", authorization}};
    const Reply reply = m_client.get(url, headers);
    QCOMPARE(reply.status, status);
    const QString said =
        reply.json().value(u"errors").toArray().first().toObject().value(u"message").toString();
    QVERIFY2(said.startsWith(message), qPrintable(said));
    QCOMPARE(m_server->refusals().size(), 1);
    QCOMPARE(m_server->pageCount(), 0);
}

void AsanaServerTest::filters_data()
{
    QTest::addColumn<QList<Parameter>>("parameters");
    QTest::addColumn<QList<QByteArray>>("ids");
    const auto row = [](const char *name, const QList<Parameter> &parameters, const QList<QByteArray> &ids) {
        QTest::newRow(name) << parameters << ids;
    };
    row("start is included", {{"start_at", "2026-01-02T00:00:00.000Z"}}, {"2", "3"});
    row("end is not", {{"end_at", "2026-01-02T00:00:00.000Z"}}, {"1"});
    row("an offset in the time", {{"start_at", "2026-01-02T02:00:00+02:00"}}, {"2", "3"});
    row("actor", {{"actor_gid", "7"}}, {"2"});
    row("actor type", {{"actor_type", "asana"}}, {});
    row("event type", {{"event_type", "task_deleted"}}, {"1", "2", "3"});
    row("resource", {{"resource_gid", "8"}}, {});
}

void AsanaServerTest::filters()
{
    QFETCH(QList<Parameter>, parameters);
    QFETCH(QList<QByteArray>, ids);
    m_server->addEvent(eventAt("3", "2026-01-03T00:00:00.000Z"));
    m_server->addEvent(eventAt("1", "2026-01-01T23:59:59.999Z"));
    m_server->addEvent(eventAt("2", "2026-01-02T00:00:00.000Z", "7"));
    const Reply reply = list(parameters);
    QCOMPARE(reply.status, 200);
    QCOMPARE(idsOf(reply.json().value(u"data"), u"gid"_s), ids);
}

void AsanaServerTest::continuesAnEmptyPageAndFindsWhatComesLater()
{
    m_server->addEvent(eventAt("1", "2026-01-01T00:00:00.000Z"));
    const Reply first = list({{"limit", "10"}});
    const Reply empty = list({{"limit", "10"}, offsetOf(first)});
    QVERIFY(empty.json().value(u"data").toArray().isEmpty());
    QVERIFY(!offsetOf(empty).value.isEmpty());
    QVERIFY(offsetOf(empty).value != offsetOf(first).value);
    m_server->addEvent(eventAt("2", "2026-01-02T00:00:00.000Z"));
    const Reply later = list({{"limit", "10"}, offsetOf(empty)});
    QCOMPARE(idsOf(later.json().value(u"data"), u"gid"_s), QList<QByteArray>{"2"});
}

void AsanaServerTest::saysNullWhileNothingMatches()
{
    QCOMPARE(list({{"limit", "10"}}).body, QByteArray("{\"data\":[],\"next_page\":null}"));
}

void AsanaServerTest::expiresOffsets()
{
    m_server->addEvent(eventAt("1", "2026-01-01T00:00:00.000Z"));
    const Parameter offset = offsetOf(list({{"limit", "1"}}));
    QCOMPARE(list({{"limit", "1"}, offset}).status, 200);
    m_server->expireOffsets();
    const Reply expired = list({{"limit", "1"}, offset});
    QCOMPARE(expired.status, 400);
    QVERIFY(expired.body.contains("offset: Your pagination token has expired."));
}

void AsanaServerTest::bindsAnOffsetToItsFilters()
{
    m_server->addEvent(eventAt("1", "2026-01-01T00:00:00.000Z"));
    const Parameter start{"start_at", "2025-01-01T00:00:00Z"};
    const Parameter type{"event_type", "task_deleted"};
    const Parameter offset = offsetOf(list({start, type, {"limit", "10"}}));
    QCOMPARE(list({start, type, {"limit", "20"}, offset}).status, 200);
    QCOMPARE(list({type, offset}).status, 200);
    QCOMPARE(list({start, offset}).status, 400);
    QCOMPARE(list({{"start_at", "2025-01-02T00:00:00Z"}, type, offset}).status, 400);
}

void AsanaServerTest::losesNoneOfEqualTimesBetweenPages()
{
    for (const char *gid : {"1", "2", "3", "4", "5"})
        m_server->addEvent(eventAt(gid, "2026-01-01T00:00:00.000Z"));
    const Reply first = list({{"limit", "2"}});
    m_server->addEvent(eventAt("6", "2026-01-01T00:00:00.000Z"));
    const Reply second = list({{"limit", "10"}, offsetOf(first)});
    QCOMPARE(idsOf(second.json().value(u"data"), u"gid"_s), (QList<QByteArray>{"3", "4", "5", "6"}));
}

void AsanaServerTest::leadsNowhereWithTheUri()
{
    m_server->addEvent(eventAt("1", "2026-01-01T00:00:00.000Z"));
    const QUrl uri(list({{"limit", "1"}}).json().value(u"next_page").toObject().value(u"uri").toString());
    QVERIFY(uri.host().endsWith(u".invalid"));
}

void AsanaServerTest::canStandStill()
{
    m_server->setOffsetStuck(true);
    for (const char *gid : {"1", "2", "3"})
        m_server->addEvent(eventAt(gid, QByteArray("2026-01-0") + gid + "T00:00:00.000Z"));
    const Reply first = list({{"limit", "1"}});
    const Reply second = list({{"limit", "1"}, offsetOf(first)});
    const Reply third = list({{"limit", "1"}, offsetOf(second)});
    QCOMPARE(idsOf(third.json().value(u"data"), u"gid"_s), QList<QByteArray>{"2"});
    QCOMPARE(offsetOf(third).value, offsetOf(second).value);
}

TRAILGLASS_TEST(AsanaServerTest)
#include "tst_asanaserver.moc"
