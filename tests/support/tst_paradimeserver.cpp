// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/paradimeserver.h"

#include "tests/support/company.h"
#include "tests/support/testclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

class ParadimeServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void authenticates_data();
    void authenticates();
    void servesEverythingInOneResponse();
    void acceptsTheQueryHoweverItIsSpaced();
    void refusesWhatParadimeWould_data();
    void refusesWhatParadimeWould();
    void saysErrorsAtStatus200();
    void unwrapsTheResponse();
    void servesWhatAnEventBecame();

private:
    [[nodiscard]] Reply post(const QList<Header> &headers, const QByteArray &body);
    [[nodiscard]] Reply ask();

    TestClient m_client;
    std::unique_ptr<ParadimeServer> m_server;
};

namespace {

const QByteArray Query =
    "query GetAuditLogs { getAuditLogs { auditLogs { id createdDttm updatedDttm workspaceId workspaceName "
    "actorType actorUserId actorEmail eventSourceId eventSource eventId eventType metadataJson } } }";
const QList<Header> Legacy{{"X-API-KEY", "demo-paradime-key"}, {"X-API-SECRET", "demo-paradime-secret"}};

QByteArray body(const QByteArray &query)
{
    return QJsonDocument(QJsonObject{{u"query"_s, QString::fromUtf8(query)}}).toJson();
}

QJsonValue rowsOf(const Reply &reply)
{
    return reply.json().value(u"data").toObject().value(u"getAuditLogs").toObject().value(u"auditLogs");
}

} // namespace

void ParadimeServerTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_server = std::make_unique<ParadimeServer>();
    QVERIFY(m_server->listen());
    m_server->addEvent({.id = "1", .created = {1}, .raw = R"({"id":1,"metadataJson":"{}"})"});
}

Reply ParadimeServerTest::post(const QList<Header> &headers, const QByteArray &body)
{
    return m_client.send("POST", QUrl(m_server->settings().value(u"endpoint"_s)),
                         headers + QList<Header>{{"Content-Type", "application/json"}}, body);
}

Reply ParadimeServerTest::ask()
{
    return post(Legacy, body(Query));
}

void ParadimeServerTest::authenticates_data()
{
    QTest::addColumn<QList<Header>>("headers");
    QTest::addColumn<int>("status");
    const Header workspace{"Authorization", QByteArray("Bearer " + ParadimeServer::WorkspaceSecret.toUtf8())};
    const Header company{"Authorization", QByteArray("Bearer " + ParadimeServer::CompanySecret.toUtf8())};
    const Header uid{"X-Paradime-Workspace", ParadimeServer::WorkspaceUid.toUtf8()};
    QTest::newRow("key and secret") << Legacy << 200;
    QTest::newRow("workspace bearer") << QList<Header>{workspace} << 200;
    QTest::newRow("company bearer") << QList<Header>{company, uid} << 200;
    QTest::newRow("company bearer without workspace") << QList<Header>{company} << 401;
    QTest::newRow("company bearer, wrong workspace")
        << QList<Header>{company, {"X-Paradime-Workspace", "x"}} << 401;
    QTest::newRow("nothing") << QList<Header>{} << 401;
    QTest::newRow("key alone") << QList<Header>{Legacy.first()} << 401;
    QTest::newRow("wrong secret") << QList<Header>{Legacy.first(), {"X-API-SECRET", "x"}} << 401;
    QTest::newRow("wrong bearer") << QList<Header>{{"Authorization", "Bearer prdm_wsp_x"}} << 401;
}

void ParadimeServerTest::authenticates()
{
    QFETCH(QList<Header>, headers);
    QFETCH(int, status);
    const Reply reply = post(headers, body(Query));
    QCOMPARE(reply.status, status);
    QCOMPARE(rowsOf(reply).toArray().size(), status == 200 ? 1 : 0);
}

void ParadimeServerTest::servesEverythingInOneResponse()
{
    const Company company({.seed = 3, .now = {1'795'000'000'000'000}, .events = 3000});
    m_server->setEvents(company.events(Vendor::Paradime));
    const Reply reply = ask();
    QList<QByteArray> expected;
    for (const VendorEvent &event : company.events(Vendor::Paradime)) {
        expected.append(event.id);
        QVERIFY(reply.body.contains(event.raw));
    }
    QList<QByteArray> ids = idsOf(rowsOf(reply), u"id"_s);
    QVERIFY(ids != expected);
    std::ranges::sort(ids);
    std::ranges::sort(expected);
    QCOMPARE(ids, expected);
    QCOMPARE(m_server->refusals(), QStringList());
}

void ParadimeServerTest::acceptsTheQueryHoweverItIsSpaced()
{
    QByteArray spread = Query;
    spread.replace(" ", "\n  ");
    QCOMPARE(rowsOf(post(Legacy, body(spread))).toArray().size(), 1);
}

void ParadimeServerTest::refusesWhatParadimeWould_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("GET") << QByteArray("GET") << QString() << body(Query) << 405;
    QTest::newRow("query string") << QByteArray("POST") << u"?page=1"_s << body(Query) << 405;
    QTest::newRow("wrong path") << QByteArray("POST") << u"/x"_s << body(Query) << 404;
    QTest::newRow("no JSON") << QByteArray("POST") << QString() << Query << 400;
    QTest::newRow("another query") << QByteArray("POST") << QString()
                                   << body("{ getAuditLogs { auditLogs { id } } }") << 200;
    QTest::newRow("a field too many")
        << QByteArray("POST") << QString()
        << body(QByteArray(Query).replace("metadataJson", "metadataJson ip")) << 200;
    QTest::newRow("a member too many")
        << QByteArray("POST") << QString() << QByteArray(R"({"query":"","page":2})") << 200;
}

void ParadimeServerTest::refusesWhatParadimeWould()
{
    QFETCH(QByteArray, verb);
    QFETCH(QString, suffix);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const QUrl url(m_server->settings().value(u"endpoint"_s) + suffix);
    const Reply reply =
        m_client.send(verb, url, Legacy + QList<Header>{{"Content-Type", "application/json"}}, body);
    QCOMPARE(reply.status, status);
    if (status == 200)
        QCOMPARE(reply.json().value(u"errors").toArray().size(), 1);
    QCOMPARE(m_server->refusals().size(), 1);
}

void ParadimeServerTest::saysErrorsAtStatus200()
{
    m_server->setErrors(ParadimeServer::Errors::NoData);
    const Reply without = ask();
    QCOMPARE(without.status, 200);
    QVERIFY(without.json().value(u"data").isNull());
    QCOMPARE(without.json().value(u"errors").toArray().size(), 1);
    m_server->setErrors(ParadimeServer::Errors::AfterRows);
    const Reply with = ask();
    QCOMPARE(rowsOf(with).toArray().size(), 1);
    QVERIFY(with.body.indexOf("\"errors\"") > with.body.indexOf("\"metadataJson\""));
}

void ParadimeServerTest::unwrapsTheResponse()
{
    m_server->setUnwrapped(true);
    QCOMPARE(ask().body, QByteArray(R"({"auditLogs":[{"id":1,"metadataJson":"{}"}]})"));
}

void ParadimeServerTest::servesWhatAnEventBecame()
{
    const QByteArray changed = R"({"id":1,"updatedDttm":"2026-01-01 00:00:00.000001","metadataJson":null})";
    m_server->replaceEvent({.id = "1", .created = {1}, .raw = changed});
    QVERIFY(ask().body.contains(QByteArray("[" + changed + "]")));
}

TRAILGLASS_TEST(ParadimeServerTest)
#include "tst_paradimeserver.moc"
