// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/nectedserver.h"

#include "tests/support/company.h"
#include "tests/support/testclient.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

class NectedServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void servesEveryEventOnceNewestFirst_data();
    void servesEveryEventOnceNewestFirst();
    void refusesWhatNectedWould_data();
    void refusesWhatNectedWould();
    void filters_data();
    void filters();
    void reachesNoFurtherThanItsWindow();
    void sortsInTheNewerGeneration();
    void saysFailureAtStatus200();
    void tellsParentsAndChildren();
    void pagesChildren();

private:
    [[nodiscard]] QString base() const { return m_server->settings().value(u"base_url"_s); }
    [[nodiscard]] Reply search(const QList<Parameter> &parameters);
    void addEvent(const QByteArray &id, const QByteArray &date, const QByteArray &more = {});

    TestClient m_client;
    std::unique_ptr<NectedServer> m_server;
};

namespace {

const Header Key{"nected-api-key", "demo-nected-key"};
const Header Branch{"Nected-Branch", "main"};
const QString Reference = u"/dev/audit/audit/search"_s;
const QString Newer = u"/dev/v1/audit/audit/search"_s;

} // namespace

void NectedServerTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_server = std::make_unique<NectedServer>();
    QVERIFY(m_server->listen());
}

Reply NectedServerTest::search(const QList<Parameter> &parameters)
{
    return m_client.get(urlWith(base(), Reference, parameters), {Key});
}

void NectedServerTest::addEvent(const QByteArray &id, const QByteArray &date, const QByteArray &more)
{
    m_server->addEvent({.id = id,
                        .created = *parseTime(date.toStdString()),
                        .raw = R"({"logId":")" + id + R"(","date":")" + date + '"' + more + '}'});
}

void NectedServerTest::servesEveryEventOnceNewestFirst_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QList<Header>>("headers");
    QTest::newRow("reference") << Reference << QList<Header>{Key};
    QTest::newRow("v1") << Newer << QList<Header>{{"Nected-API-Key", Key.value}, Branch};
}

void NectedServerTest::servesEveryEventOnceNewestFirst()
{
    QFETCH(QString, path);
    QFETCH(QList<Header>, headers);
    const Company company({.seed = 3, .now = {1'795'000'000'000'000}, .events = 500});
    m_server->setEvents(company.events(Vendor::Nected));
    QList<QByteArray> ids;
    for (int page = 1, pages = 1; page <= pages; ++page) {
        const Reply reply = m_client.get(
            urlWith(base(), path, {{"pageNo", QByteArray::number(page)}, {"pageSize", "10"}}), headers);
        QCOMPARE(reply.json().value(u"code").toString(), u"success"_s);
        pages = reply.json().value(u"totalPages").toInt();
        ids += idsOf(reply.json().value(u"data"), u"logId"_s);
    }
    QList<QByteArray> expected;
    for (const VendorEvent &event : company.events(Vendor::Nected))
        expected.prepend(event.id);
    QCOMPARE(ids, expected);
    QCOMPARE(m_server->refusals(), QStringList());
}

void NectedServerTest::refusesWhatNectedWould_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QList<Header>>("headers");
    QTest::addColumn<int>("status");
    const QList<Header> good{Key};
    const auto query = [&good](const char *name, const char *text) {
        QTest::newRow(name) << QString(Reference + u'?' + QString::fromLatin1(text)) << good << 400;
    };
    QTest::newRow("no key") << Reference << QList<Header>{} << 401;
    QTest::newRow("wrong key") << Reference << QList<Header>{{"nected-api-key", "x"}} << 401;
    QTest::newRow("unknown module") << u"/dev/audit/billing/search"_s << good << 404;
    QTest::newRow("wrong path") << u"/audit/audit/search"_s << good << 404;
    QTest::newRow("v1 without branch") << Newer << good << 400;
    QTest::newRow("v1 has no search") << QString(Newer + u"?search=x"_s) << QList<Header>{Key, Branch} << 400;
    query("page size 11", "pageSize=11");
    query("page size 0", "pageSize=0");
    query("page 0", "pageNo=0");
    query("unknown parameter", "page=1");
    query("reference has no sort", "sort=date:-1");
    query("parameter given twice", "pageNo=1&pageNo=2");
    query("a date without time", "startDate=2026-01-01");
    query("a time without zone", "startDate=2026-01-01T00:00:00");
    query("a type as rows spell it", "type=Decisiontable");
    query("half of an option", "status=success");
}

void NectedServerTest::refusesWhatNectedWould()
{
    QFETCH(QString, path);
    QFETCH(QList<Header>, headers);
    QFETCH(int, status);
    const Reply reply = m_client.get(QUrl(base() + path), headers);
    QCOMPARE(reply.status, status);
    QVERIFY(reply.json().contains(status == 400 ? u"message"_s : u"error"_s));
    QCOMPARE(m_server->refusals().size(), 1);
}

void NectedServerTest::filters_data()
{
    QTest::addColumn<QList<Parameter>>("parameters");
    QTest::addColumn<QList<QByteArray>>("ids");
    const auto row = [](const char *name, const QList<Parameter> &parameters, const QList<QByteArray> &ids) {
        QTest::newRow(name) << parameters << ids;
    };
    row("start is included", {{"startDate", "2026-01-02T00:00:00.000Z"}}, {"3", "2"});
    row("end too", {{"endDate", "2026-01-02T00:00:00.000Z"}}, {"2", "1"});
    row("type", {{"type", "decisionTable"}}, {"1"});
    row("one option, two values", {{"type", "workflow,nectedWorkflow"}}, {"3", "2"});
    row("event has other words in rows", {{"event", "api"}}, {"2"});
    row("status", {{"status", "success,Completed"}}, {"2", "1"});
    row("environment", {{"environment", "production"}}, {"3"});
    row("search", {{"search", "LIMIT"}}, {"1"});
}

void NectedServerTest::filters()
{
    QFETCH(QList<Parameter>, parameters);
    QFETCH(QList<QByteArray>, ids);
    addEvent(
        "1", "2026-01-01T23:59:59.999999999Z",
        R"(,"type":"Decisiontable","event":"Update","status":"Success","environment":"Staging","name":"Credit limit")");
    addEvent(
        "2", "2026-01-02T00:00:00.000000001Z",
        R"(,"type":"Workflow","event":"Call Via API","status":"Completed","environment":"Staging","name":"x")");
    addEvent(
        "3", "2026-01-03T00:00:00.000000000Z",
        R"(,"type":"NectedWorkflow","event":"Cron","status":"Failed","environment":"Production","name":"y")");
    const Reply reply = search(parameters);
    QCOMPARE(reply.status, 200);
    QCOMPARE(idsOf(reply.json().value(u"data"), u"logId"_s), ids);
    QCOMPARE(reply.json().value(u"totalCount").toInt(), int(ids.size()));
}

void NectedServerTest::reachesNoFurtherThanItsWindow()
{
    m_server->setResultWindow(20);
    for (int id = 10; id < 50; ++id)
        addEvent(QByteArray::number(id), "2026-01-01T00:00:00.0000000" + QByteArray::number(id) + 'Z');
    const Reply last = search({{"pageNo", "2"}});
    QCOMPARE(last.json().value(u"data").toArray().size(), 10);
    QCOMPARE(last.json().value(u"totalCount").toInt(), 20);
    const Reply beyond = search({{"pageNo", "3"}});
    QCOMPARE(beyond.status, 400);
    QVERIFY(beyond.json().value(u"message").toString().contains(u"[20]"));
}

void NectedServerTest::sortsInTheNewerGeneration()
{
    addEvent("1", "2026-01-01T00:00:00.000000000Z");
    addEvent("2", "2026-01-02T00:00:00.000000000Z");
    const Reply reply = m_client.get(urlWith(base(), Newer, {{"sort", "date:1"}}), {Key, Branch});
    QCOMPARE(idsOf(reply.json().value(u"data"), u"logId"_s), (QList<QByteArray>{"1", "2"}));
}

void NectedServerTest::saysFailureAtStatus200()
{
    m_server->setFailing(true);
    const Reply reply = search({});
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json().value(u"code").toString(), u"INTERNAL_SERVER_ERROR"_s);
}

void NectedServerTest::tellsParentsAndChildren()
{
    addEvent("run", "2026-01-01T00:00:00.000000000Z", R"(,"rootNode":{"logId":""})");
    addEvent("part", "2026-01-01T00:00:01.000000000Z", R"(,"rootNode":{"logId":"run"})");
    const auto detail = [this](const QString &path) {
        return m_client.get(urlWith(base(), path), {Key, Branch});
    };
    const QJsonObject run = detail(u"/dev/audit/audit/run"_s).json().value(u"data").toObject();
    QCOMPARE(run.value(u"detail").toObject().value(u"logId").toString(), u"run"_s);
    QCOMPARE(idsOf(run.value(u"children"), u"logId"_s), QList<QByteArray>{"part"});
    QCOMPARE(run.value(u"totalChildren").toInt(), 1);
    const QJsonObject part = detail(u"/dev/v1/audit/audit/part"_s).json().value(u"data").toObject();
    QCOMPARE(idsOf(part.value(u"parent"), u"logId"_s), QList<QByteArray>{"run"});
    QCOMPARE(detail(u"/dev/audit/audit/nothing"_s).body,
             QByteArray(R"({"error":"Audit log entry not found."})"));
}

void NectedServerTest::pagesChildren()
{
    addEvent("run", "2026-01-01T00:00:00.000000000Z", R"(,"rootNode":{"logId":""})");
    for (int part = 0; part < 13; ++part)
        addEvent(QByteArray::number(part), "2026-01-01T00:00:01.000000000Z",
                 R"(,"rootNode":{"logId":"run"})");
    const auto children = [this](const QString &query) {
        const Reply reply = m_client.get(urlWith(base(), u"/dev/audit/audit/run"_s + query), {Key, Branch});
        return reply.json().value(u"data").toObject().value(u"children").toArray().size();
    };
    QCOMPARE(children({}), 10);
    QCOMPARE(children(u"?pageNo=2&pageSize=10"_s), 3);
    QCOMPARE(children(u"?pageNo=3"_s), 0);
}

TRAILGLASS_TEST(NectedServerTest)
#include "tst_nectedserver.moc"
