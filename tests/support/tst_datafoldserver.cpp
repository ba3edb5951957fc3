// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/datafoldserver.h"

#include "tests/support/company.h"
#include "tests/support/testclient.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

class DatafoldServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void servesEverythingInNoOrder();
    void filtersByTheBody_data();
    void filtersByTheBody();
    void forgetsTheWindowWhenTheBodyIsStripped();
    void refusesWhatDatafoldWould_data();
    void refusesWhatDatafoldWould();
    void redirectsASlashTooMany();
    void givesUpOnTooManyRows();

private:
    [[nodiscard]] Reply list(const QByteArray &body);
    [[nodiscard]] QString base() const { return m_server->settings().value(u"base_url"_s); }
    void addThree();

    TestClient m_client;
    std::unique_ptr<DatafoldServer> m_server;
};

namespace {

const QString Path = u"/api/v1/audit_logs"_s;
const Header Authorization{"Authorization", "Key demo-datafold-key"};
const Header Json{"Content-Type", "application/json"};

QList<QByteArray> sortedIds(const Reply &reply)
{
    QList<QByteArray> ids = idsOf(reply.json().value(u"logs"), u"event_uuid"_s);
    std::ranges::sort(ids);
    return ids;
}

} // namespace

void DatafoldServerTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_server = std::make_unique<DatafoldServer>();
    QVERIFY(m_server->listen());
}

Reply DatafoldServerTest::list(const QByteArray &body)
{
    return m_client.send("GET", urlWith(base(), Path), {Authorization, Json}, body);
}

void DatafoldServerTest::addThree()
{
    for (const char *day : {"1", "2", "3"}) {
        const QByteArray created = QByteArray("2026-01-0") + day + "T00:00:00.000000+00:00";
        m_server->addEvent({.id = day,
                            .created = *parseTime(created.toStdString()),
                            .raw = R"({"event_uuid":")" + QByteArray(day) + R"(","n":1e0})"});
    }
}

void DatafoldServerTest::servesEverythingInNoOrder()
{
    const Company company({.seed = 3, .now = {1'795'000'000'000'000}, .events = 700});
    const QList<VendorEvent> &events = company.events(Vendor::Datafold);
    m_server->setEvents(events);
    const Reply reply = list({});
    QList<QByteArray> expected;
    for (const VendorEvent &event : events) {
        expected.append(event.id);
        QVERIFY(reply.body.contains(event.raw));
    }
    QVERIFY(idsOf(reply.json().value(u"logs"), u"event_uuid"_s) != expected);
    std::ranges::sort(expected);
    QCOMPARE(sortedIds(reply), expected);
    QCOMPARE(m_server->refusals(), QStringList());
}

void DatafoldServerTest::filtersByTheBody_data()
{
    QTest::addColumn<int>("bounds");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QList<QByteArray>>("ids");
    const QByteArray both = R"({"start_date":"2026-01-01T00:00:00Z","end_date":"2026-01-03T00:00:00Z"})";
    const auto row = [](const char *name, DatafoldServer::Bounds bounds, const QByteArray &body,
                        const QList<QByteArray> &ids) {
        QTest::newRow(name) << int(bounds) << body << ids;
    };
    row("half open", DatafoldServer::Bounds::HalfOpen, both, {"1", "2"});
    row("open", DatafoldServer::Bounds::Open, both, {"2"});
    row("closed", DatafoldServer::Bounds::Closed, both, {"1", "2", "3"});
    row("null is no bound", DatafoldServer::Bounds::HalfOpen,
        R"({"start_date":null,"end_date":"2026-01-02T00:00:00Z"})", {"1"});
    row("left out is no bound", DatafoldServer::Bounds::HalfOpen,
        R"({"start_date":"2026-01-02T00:00:00+00:00"})", {"2", "3"});
    row("null for the whole body", DatafoldServer::Bounds::HalfOpen, "null", {"1", "2", "3"});
}

void DatafoldServerTest::filtersByTheBody()
{
    QFETCH(int, bounds);
    QFETCH(QByteArray, body);
    QFETCH(QList<QByteArray>, ids);
    addThree();
    m_server->setBounds(static_cast<DatafoldServer::Bounds>(bounds));
    const Reply reply = list(body);
    QCOMPARE(reply.status, 200);
    QCOMPARE(sortedIds(reply), ids);
}

void DatafoldServerTest::forgetsTheWindowWhenTheBodyIsStripped()
{
    addThree();
    m_server->faults().once(Fault{.kind = Fault::Kind::BodyStripped});
    const QByteArray body = R"({"start_date":"2026-01-03T00:00:00Z"})";
    QCOMPARE(sortedIds(list(body)), (QList<QByteArray>{"1", "2", "3"}));
    QCOMPARE(sortedIds(list(body)), QList<QByteArray>{"3"});
}

void DatafoldServerTest::refusesWhatDatafoldWould_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QList<Header>>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QList<Header> good{Authorization, Json};
    const auto body = [&good](const char *name, const char *json) {
        QTest::newRow(name) << QByteArray("GET") << Path << good << QByteArray(json) << 422;
    };
    QTest::newRow("no key") << QByteArray("GET") << Path << QList<Header>{Json} << QByteArray("{}") << 401;
    QTest::newRow("Bearer") << QByteArray("GET") << Path
                            << QList<Header>{{"Authorization", "Bearer demo-datafold-key"}, Json}
                            << QByteArray("{}") << 401;
    QTest::newRow("key alone") << QByteArray("GET") << Path
                               << QList<Header>{{"Authorization", "demo-datafold-key"}, Json}
                               << QByteArray("{}") << 401;
    QTest::newRow("POST") << QByteArray("POST") << Path << good << QByteArray("{}") << 405;
    QTest::newRow("wrong path") << QByteArray("GET") << u"/api/v1/logs"_s << good << QByteArray("{}") << 404;
    QTest::newRow("dates in the query")
        << QByteArray("GET") << QString(Path + u"?start_date=2026-01-01"_s) << good << QByteArray() << 422;
    QTest::newRow("body without content type")
        << QByteArray("GET") << Path << QList<Header>{Authorization, {"Content-Type", "text/plain"}}
        << QByteArray("{}") << 422;
    body("a date alone", R"({"start_date":"2026-01-01"})");
    body("a time without zone", R"({"start_date":"2026-01-01T00:00:00"})");
    body("a number", R"({"end_date":1767225600})");
    body("an unknown member", R"({"from":"2026-01-01T00:00:00Z"})");
    body("broken JSON", R"({"start_date":)");
}

void DatafoldServerTest::refusesWhatDatafoldWould()
{
    QFETCH(QByteArray, verb);
    QFETCH(QString, path);
    QFETCH(QList<Header>, headers);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const Reply reply = m_client.send(verb, QUrl(base() + path), headers, body);
    QCOMPARE(reply.status, status);
    QCOMPARE(m_server->refusals().size(), 1);
    if (status == 422) {
        const OpenApiContract contract(u"support/contract/datafold-audit-logs.json"_s);
        const QJsonArray details = reply.json().value(u"detail").toArray();
        QCOMPARE(details.size(), 1);
        QCOMPARE(contract.valueViolations(details.first(), u"ValidationError"_s), QStringList());
    }
}

void DatafoldServerTest::redirectsASlashTooMany()
{
    const Reply reply = m_client.get(urlWith(base(), Path + u'/'), {Authorization});
    QCOMPARE(reply.status, 307);
    QCOMPARE(reply.location, QString(base() + Path).toUtf8());
}

void DatafoldServerTest::givesUpOnTooManyRows()
{
    addThree();
    m_server->setMaximumRows(2);
    QCOMPARE(list({}).status, 504);
    QCOMPARE(list(R"({"start_date":"2026-01-02T00:00:00Z"})").status, 200);
}

TRAILGLASS_TEST(DatafoldServerTest)
#include "tst_datafoldserver.moc"
