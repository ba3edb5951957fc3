// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include "tests/sources/poolservers.h"
#include "tests/sources/sampleaccounts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

/// Of fourteen runs each, with and without deletions in turn; tst_synclaws.cpp has these and more.
constexpr quint32 Histories = generatedCases<quint32>(80, 16);

QStringList pagesOf(const SourceDriver &driver)
{
    QStringList pages;
    for (const HttpRequest &request : driver.sent)
        pages.append(parameter(request, u"page"_s));
    return pages;
}

QByteArray pageOf(const QByteArray &rows, const QByteArray &meta)
{
    return R"({"results":[)" + rows + R"(],)" + meta + '}';
}

} // namespace

class SecodaRunsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsToTheLastPageAtFirst();
    void stopsBelowTheWatermark();
    void movesTheWatermarkOnlyWhenTheDescentIsDone();
    void resumesAndThenFetchesWhatCameSince();
    void stepsBackWhenTheListShrinks();
    void startsAgainWhenThePageIsGone();
    void readsEverythingFromAnUnsortedList();
    void endsWithAWarningWhenThePageDoesNotAdvance_data();
    void endsWithAWarningWhenThePageDoesNotAdvance();
    void leavesNoMoreThanIsMissingWhenPagesAreNeverCounted_data();
    void leavesNoMoreThanIsMissingWhenPagesAreNeverCounted();
    void fullAndSinceOverrideTheWatermark();
    void sinceDuringAnUnfinishedFirstSyncLosesNothing();
    void doesNotLetAnEventFromTheFutureHideOthers();
    void coversOnlyWhatWasAnswered();
    void startsOverFromAGarbledCheckpoint();
    void losesNothingInALivingLog_data();
    void losesNothingInALivingLog();
};

void SecodaRunsTest::readsToTheLastPageAtFirst()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(41, at("2020-11-01T00:00:00Z")); // initial_days does not apply: there is no way to ask by date
    SecodaServer server(pool);
    SourceDriver driver(secoda(), {}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.requests, 11);
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QCOMPARE(driver.checkpoint, finishedAt(formatTime(pool.events().last().created).c_str()));
}

void SecodaRunsTest::stopsBelowTheWatermark()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(100, at("2026-11-01T00:00:00Z"));
    SecodaServer server(pool);
    SourceDriver driver(secoda(), {}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    pool.wait(UtcMicros::PerHour);
    pool.add();
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.requests, 3); // the second page is the first that is wholly older, the third agrees
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QVERIFY(driver.warnings.isEmpty());
}

void SecodaRunsTest::movesTheWatermarkOnlyWhenTheDescentIsDone()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(100, at("2026-11-01T00:00:00Z"));
    SecodaServer server(pool);
    SourceDriver driver(secoda(), {}, apiKey(), std::ref(server));
    driver.checkpoint = finishedAt("2026-11-02T00:00:00Z");
    QVERIFY(!driver.sync(pool.now(), 5));
    QCOMPARE(driver.checkpoint.value(u"watermark").toString(), u"2026-11-02T00:00:00.000000Z"_s);
    QVERIFY(driver.sync(pool.now()));
    QVERIFY(driver.checkpoint.value(u"watermark").toString() > u"2026-11-19"_s);
}

void SecodaRunsTest::resumesAndThenFetchesWhatCameSince()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(40, at("2026-11-01T00:00:00Z"));
    SecodaServer server(pool);
    SourceDriver driver(secoda(), {}, apiKey(), std::ref(server));
    QVERIFY(!driver.sync(pool.now(), 5));
    pool.wait(2 * UtcMicros::PerHour);
    for (int count = 0; count < 9; ++count)
        pool.add();
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(pagesOf(driver).first(4), QStringList({u"1"_s, u"2"_s, u"3"_s, u"4"_s})); // what is new
    QCOMPARE(pagesOf(driver).at(5), u"5"_s); // and from there on what is left
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QCOMPARE(driver.checkpoint.value(u"watermark").toString().toStdString(), formatTime(pool.now()));
}

void SecodaRunsTest::stepsBackWhenTheListShrinks()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(40, at("2026-11-01T00:00:00Z"));
    SecodaServer server(pool);
    int responses = 0;
    server.beforeResponse = [&] {
        if (++responses == 4) {
            for (int count = 0; count < 6; ++count)
                pool.remove();
        }
    };
    SourceDriver driver(secoda(), {}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(pagesOf(driver).at(4), u"2"_s); // six events are two pages of four
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

void SecodaRunsTest::startsAgainWhenThePageIsGone()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(40, at("2026-11-01T00:00:00Z"));
    SecodaServer server(pool);
    SourceDriver driver(secoda(), {}, apiKey(), std::ref(server));
    QVERIFY(!driver.sync(pool.now(), 9));
    while (pool.events().size() > 6)
        pool.remove();
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    const SourceSettings settings = checkedSettings(secoda(), {});
    QVERIFY(!secoda().recover(settings, {}, {ErrorKind::NotFound, {}}));
}

void SecodaRunsTest::readsEverythingFromAnUnsortedList()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(40, at("2026-11-01T00:00:00Z"));
    SecodaServer server(pool);
    server.order = [](QList<PoolEvent> &events) {
        std::reverse(events.begin(), events.end());
    };
    SourceDriver driver(secoda(), {}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.warnings.size(), 1);
    pool.wait(UtcMicros::PerHour);
    pool.add();
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QVERIFY(driver.checkpoint.value(u"unordered").toBool());

    server.order = [](QList<PoolEvent> &) {
    };
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.requests, 11);
    QVERIFY(!driver.checkpoint.contains(u"unordered"));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.requests, 3);
}

void SecodaRunsTest::endsWithAWarningWhenThePageDoesNotAdvance_data()
{
    QTest::addColumn<QByteArray>("meta");
    QTest::newRow("same page") << QByteArray(R"("meta":{"page":1,"next_page":1})");
    QTest::newRow("page zero") << QByteArray(R"("meta":{"page":1,"next_page":0})");
    QTest::newRow("no word of it") << QByteArray(R"("meta":7)");
}

void SecodaRunsTest::endsWithAWarningWhenThePageDoesNotAdvance()
{
    QFETCH(QByteArray, meta);
    SourceDriver driver(secoda(), {}, apiKey(), [&](const HttpRequest &) {
        return Response{pageOf(R"({"id":"1","logged_at":"2026-11-01T00:00:00Z"})", meta)};
    });
    QVERIFY(driver.sync(at("2026-11-20T12:00:00Z")));
    QCOMPARE(driver.requests, 1);
    QCOMPARE(driver.warnings.size(), 1);
    const UtcMicros read = at("2026-11-01T00:00:00.000001Z");
    QCOMPARE(driver.covered, (QList<TimeWindow>{{read, at("2026-11-20T12:00:00Z")}}));
    QVERIFY(!driver.checkpoint.contains(u"watermark"));
}

void SecodaRunsTest::leavesNoMoreThanIsMissingWhenPagesAreNeverCounted_data()
{
    QTest::addColumn<int>("arriving"); // events between two runs
    QTest::addColumn<int>("left"); // ranges, at most
    QTest::newRow("fewer than a page") << 1 << 1;
    QTest::newRow("more than a page") << 2 * SecodaServer::PageSize << 21;
}

void SecodaRunsTest::leavesNoMoreThanIsMissingWhenPagesAreNeverCounted()
{
    QFETCH(const int, arriving);
    QFETCH(const int, left);
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(40, at("2026-11-01T00:00:00Z"));
    SecodaServer server(pool);
    bool saysPaging = false;
    SourceDriver driver(secoda(), {}, apiKey(), [&](const HttpRequest &request) {
        Response response = server(request);
        if (!saysPaging) {
            QJsonObject page = QJsonDocument::fromJson(response.body).object();
            page.remove(u"meta"_s);
            response.body = QJsonDocument(page).toJson();
        }
        return response;
    });
    for (int run = 0; run < 20; ++run) {
        QVERIFY(driver.sync(pool.now()));
        QCOMPARE_LE(driver.requests, 2);
        QCOMPARE_LE(driver.checkpoint.value(u"stretches").toArray().size(), left);
        pool.wait(UtcMicros::PerHour);
        pool.fill(arriving, pool.now() - UtcMicros::PerMinute);
    }
    saysPaging = true;
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

void SecodaRunsTest::fullAndSinceOverrideTheWatermark()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(40, at("2026-11-01T00:00:00Z"));
    SecodaServer server(pool);
    SourceDriver driver(secoda(), {}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    const Checkpoint done = driver.checkpoint;
    RunOptions options;
    options.checkpoint = done;
    options.now = pool.now();
    options.full = true;
    QVERIFY(driver.run(options));
    QCOMPARE(driver.requests, 10);
    QCOMPARE(driver.checkpoint, done);
    options.full = false;
    options.since = at("2026-11-10T12:00:00Z");
    QVERIFY(driver.run(options));
    QCOMPARE(driver.requests, 7); // five pages since the tenth, and two that are wholly older
    QCOMPARE(driver.checkpoint, done);
}

void SecodaRunsTest::sinceDuringAnUnfinishedFirstSyncLosesNothing()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(40, at("2026-11-01T00:00:00Z"));
    SecodaServer server(pool);
    SourceDriver driver(secoda(), {}, apiKey(), std::ref(server));
    QVERIFY(!driver.sync(pool.now(), 4));
    RunOptions options;
    options.checkpoint = driver.checkpoint;
    options.now = pool.now();
    options.since = at("2026-11-19T00:00:00Z");
    QVERIFY(driver.run(options));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

void SecodaRunsTest::doesNotLetAnEventFromTheFutureHideOthers()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(40, at("2026-11-01T00:00:00Z"));
    pool.add(-73 * 365 * UtcMicros::PerDay);
    SecodaServer server(pool);
    SourceDriver driver(secoda(), {}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    pool.wait(UtcMicros::PerHour);
    for (int count = 0; count < 20; ++count)
        pool.add();
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

void SecodaRunsTest::coversOnlyWhatWasAnswered()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(40, at("2026-11-01T00:00:00Z"));
    SecodaServer server(pool);
    SourceDriver driver(secoda(), {}, apiKey(), std::ref(server));
    QVERIFY(!driver.sync(pool.now(), 5));
    QCOMPARE(driver.covered, QList<TimeWindow>());
    const UtcMicros first = pool.now();
    pool.wait(UtcMicros::PerHour);
    QVERIFY(driver.sync(pool.now()));
    const UtcMicros newest = pool.events().last().created;
    const UtcMicros read = pool.newestFirst({}, 16).first().created + 1; // where the fifth page begins
    QCOMPARE(
        driver.covered,
        (QList<TimeWindow>{{newest - 10 * UtcMicros::PerMinute, pool.now()}, {read, first}, {{}, read}}));
}

void SecodaRunsTest::startsOverFromAGarbledCheckpoint()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(9, at("2026-11-01T00:00:00Z"));
    SecodaServer server(pool);
    SourceDriver driver(secoda(), {}, apiKey(), std::ref(server));
    const QJsonObject range{{u"page"_s, -3}, {u"count"_s, u"many"_s}, {u"low"_s, 5}};
    driver.checkpoint = {{u"version"_s, 2},
                         {u"running"_s, true},
                         {u"top"_s, 5},
                         {u"read"_s, 7},
                         {u"stretches"_s, QJsonArray{range, u"none"_s, 3}}};
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

void SecodaRunsTest::losesNothingInALivingLog_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<bool>("deletions");
    for (quint32 seed = 1; seed <= Histories; ++seed)
        QTest::addRow("history %u", seed) << seed << (seed % 2 == 0);
}

void SecodaRunsTest::losesNothingInALivingLog()
{
    QFETCH(quint32, seed);
    QFETCH(bool, deletions);
    EventPool pool(seed, at("2026-11-20T12:00:00Z"));
    pool.fill(pool.random().bounded(1, 80), at("2026-11-20T06:00:00Z"));
    SecodaServer server(pool);
    server.beforeResponse = [&] {
        if (pool.random().bounded(2) == 0)
            pool.live(deletions);
    };
    SourceDriver driver(secoda(), {}, apiKey(), std::ref(server));
    liveThroughKilledRuns(driver, server, pool, 24);
    QVERIFY(driver.sync(pool.now()));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

TRAILGLASS_TEST(SecodaRunsTest)
#include "tst_secodaruns.moc"
