// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/faults.h"

#include "tests/support/fakevendors.h"
#include "tests/support/testclient.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

class FaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void meetsThePlannedRequests_data();
    void meetsThePlannedRequests();
    void refusesAnUnknownPlan_data();
    void refusesAnUnknownPlan();
    void countsFromNow();
    void spoilsResponses_data();
    void spoilsResponses();
    void addsLateAndShiftingRows();
    void tellsRequestsApartFromFaults();

private:
    [[nodiscard]] Reply ask(NectedServer &server);

    TestClient m_client;
};

namespace {

/// Statuses of the first ten requests; 0 where there is no fault.
QList<int> statuses(Faults &faults)
{
    QList<int> statuses;
    for (int request = 1; request <= 10; ++request) {
        const QList<Fault> due = faults.next();
        statuses.append(due.isEmpty() ? 0 : due.last().status);
    }
    return statuses;
}

} // namespace

void FaultsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

Reply FaultsTest::ask(NectedServer &server)
{
    return m_client.get(urlWith(server.settings().value(u"base_url"_s), u"/dev/audit/audit/search"_s),
                        {{"nected-api-key", "demo-nected-key"}});
}

void FaultsTest::meetsThePlannedRequests_data()
{
    QTest::addColumn<QByteArray>("plan");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("the first") << QByteArray("503") << QList<int>{503, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    QTest::newRow("the third") << QByteArray("500@3") << QList<int>{0, 0, 500, 0, 0, 0, 0, 0, 0, 0};
    QTest::newRow("every fourth") << QByteArray("429:4") << QList<int>{0, 0, 0, 429, 0, 0, 0, 429, 0, 0};
    QTest::newRow("every one") << QByteArray("401:1") << QList<int>(10, 401);
    QTest::newRow("several") << QByteArray("429:4,503@2,500@8")
                             << QList<int>{0, 503, 0, 429, 0, 0, 0, 500, 0, 0};
}

void FaultsTest::meetsThePlannedRequests()
{
    QFETCH(QByteArray, plan);
    QFETCH(QList<int>, expected);
    Faults faults;
    QVERIFY(faults.add(plan));
    QCOMPARE(statuses(faults), expected);
}

void FaultsTest::refusesAnUnknownPlan_data()
{
    QTest::addColumn<QByteArray>("plan");
    for (const char *plan :
         {"", "200", "600", "explode", "429:0", "429:x", "429@-1", "429:", "429,", "reset:2@3"})
        QTest::newRow(plan) << QByteArray(plan);
}

void FaultsTest::refusesAnUnknownPlan()
{
    QFETCH(QByteArray, plan);
    QVERIFY(!Faults().add(plan));
}

void FaultsTest::countsFromNow()
{
    Faults faults;
    QCOMPARE(faults.next().size(), 0);
    QCOMPARE(faults.next().size(), 0);
    faults.once(Fault::httpStatus(503));
    QCOMPARE(faults.next().size(), 1);
    QCOMPARE(faults.next().size(), 0);
    faults.every(2, Fault::httpStatus(503));
    QCOMPARE(faults.next().size(), 0);
    QCOMPARE(faults.next().size(), 1);
    faults.clear();
    QCOMPARE(faults.next().size(), 0);
}

void FaultsTest::spoilsResponses_data()
{
    QTest::addColumn<QByteArray>("plan");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("whole");
    QTest::newRow("503") << QByteArray("503") << 503 << false;
    QTest::newRow("reset") << QByteArray("reset") << 0 << false;
    QTest::newRow("reset-in-head") << QByteArray("reset-in-head") << 0 << false;
    QTest::newRow("reset-after-head") << QByteArray("reset-after-head") << 200 << false;
    QTest::newRow("drop") << QByteArray("drop") << 0 << false;
    QTest::newRow("truncate") << QByteArray("truncate") << 200 << false;
    QTest::newRow("html") << QByteArray("html") << 200 << false;
    QTest::newRow("redirect") << QByteArray("redirect") << 302 << false;
    QTest::newRow("gzip") << QByteArray("gzip") << 200 << true;
    QTest::newRow("slow") << QByteArray("slow") << 200 << true;
    QTest::newRow("gzip, slow") << QByteArray("gzip,slow") << 200 << true;
}

void FaultsTest::spoilsResponses()
{
    QFETCH(QByteArray, plan);
    QFETCH(int, status);
    QFETCH(bool, whole);
    NectedServer server;
    QVERIFY(server.listen());
    server.addEvent({.id = "1", .created = {}, .raw = R"({"logId":"1"})"});
    const QByteArray expected = ask(server).body;
    // A connection that breaks unused is quietly replaced by Qt, which then asks again: all its attempts have
    // to fail.
    const bool breaksUnused = plan == "reset" || plan == "reset-in-head" || plan == "drop";
    QVERIFY(server.faults().add(breaksUnused ? QByteArray(plan + ":1") : plan));
    const Reply reply = ask(server);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.body == expected, whole);
}

void FaultsTest::addsLateAndShiftingRows()
{
    FakeVendors standIns({.seed = 3, .now = {1'795'000'000'000'000}, .events = 100});
    NectedServer &server = standIns.nected();
    QVERIFY(server.listen());
    const QList<VendorEvent> before = server.events();
    QVERIFY(server.faults().add("shift@1,late@2"));
    const QList<QByteArray> first = idsOf(ask(server).json().value(u"data"), u"logId"_s);
    const QList<QByteArray> second = idsOf(ask(server).json().value(u"data"), u"logId"_s);
    const QList<VendorEvent> after = server.events();
    QCOMPARE(after.size(), before.size() + 2);
    const VendorEvent &shifting = after.at(after.size() - 2);
    const VendorEvent &late = after.last();
    QVERIFY(shifting.created > before.last().created);
    QVERIFY(late.created < shifting.created);
    QCOMPARE(first.first(), shifting.id);
    QVERIFY(!first.contains(late.id));
    QVERIFY(second.contains(late.id));
}

void FaultsTest::tellsRequestsApartFromFaults()
{
    NectedServer server;
    QVERIFY(server.listen());
    QVERIFY(server.faults().add("429"));
    const Reply reply = ask(server);
    QCOMPARE(reply.status, 429);
    QCOMPARE(server.refusals(), QStringList());
    QCOMPARE(server.http().requests().size(), 1);
}

TRAILGLASS_TEST(FaultsTest)
#include "tst_faults.moc"
