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

/// With and without deletions, from the beginning or of the last days: each sixth has the same. tst_synclaws.cpp has these
/// and more.
constexpr quint32 Histories = generatedCases<quint32>(80, 18);

} // namespace

class NectedRunsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPagesFromTheNewestDown();
    void takesASinglePageAtItsWord();
    void beginsTenMinutesBelowTheWatermark();
    void movesTheWatermarkOnlyWhenTheDescentIsDone();
    void readsWhatIsNewBeforeWhatAnInterruptedRunHasLeft();
    void splitsAWindowWithTooManyEvents();
    void splitsEverythingOnlyWhenItIsTooMuch_data();
    void splitsEverythingOnlyWhenItIsTooMuch();
    void stopsAtTheEndOfTheSearch();
    void stepsBackWhenTheListShrinks();
    void findsLateArrivalsInTheNextRun();
    void survivesAServerThatIgnoresDates();
    void endsWithAWarningWhenThePageDoesNotAdvance();
    void fullAndSinceOverrideTheWatermark();
    void coversEachWindow();
    void failsOnACodeThatIsNotSuccess();
    void startsOverFromAGarbledCheckpoint();
    void losesNothingInALivingLog_data();
    void losesNothingInALivingLog();
};

void NectedRunsTest::readsPagesFromTheNewestDown()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(44, at("2026-11-01T00:00:00Z"));
    NectedServer server(pool);
    SourceDriver driver(nected(), {}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QStringList pages;
    for (const HttpRequest &request : std::as_const(driver.sent))
        pages.append(parameter(request, u"pageNo"_s));
    QCOMPARE(pages, QStringList({u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QCOMPARE(driver.checkpoint, finishedAt(formatTime(pool.events().last().created).c_str()));
}

void NectedRunsTest::takesASinglePageAtItsWord()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    NectedServer server(pool);
    SourceDriver driver(nected(), {}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.requests, 1);
    QCOMPARE(driver.checkpoint, finishedAt(nullptr));
    pool.fill(10, at("2026-11-01T00:00:00Z"));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.requests, 1);
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

void NectedRunsTest::beginsTenMinutesBelowTheWatermark()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    NectedServer server(pool);
    SourceDriver driver(nected(), {}, apiKey(), std::ref(server));
    driver.checkpoint = finishedAt("2026-11-20T11:00:00Z");
    const Checkpoint before = driver.checkpoint;
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(nectedDates(driver.sent.first()),
             (TimeWindow{at("2026-11-20T10:50:00Z"), at("2100-01-01T00:00:00Z")}));
    QCOMPARE(driver.checkpoint, before);
}

void NectedRunsTest::movesTheWatermarkOnlyWhenTheDescentIsDone()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(100, at("2026-11-01T00:00:00Z"));
    NectedServer server(pool);
    SourceDriver driver(nected(), {}, apiKey(), std::ref(server));
    driver.checkpoint = finishedAt("2026-11-02T00:00:00Z");
    QVERIFY(!driver.sync(pool.now(), 5));
    QCOMPARE(driver.checkpoint.value(u"watermark").toString(), u"2026-11-02T00:00:00.000000Z"_s);
    QVERIFY(driver.sync(pool.now()));
    QVERIFY(driver.checkpoint.value(u"watermark").toString() > u"2026-11-19"_s);
}

void NectedRunsTest::readsWhatIsNewBeforeWhatAnInterruptedRunHasLeft()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(100, at("2026-11-01T00:00:00Z"));
    NectedServer server(pool);
    SourceDriver driver(nected(), {}, apiKey(), std::ref(server));
    QVERIFY(!driver.sync(pool.now(), 4));
    for (int resumed = 0; resumed < 3; ++resumed) {
        const UtcMicros newest = pool.events().last().created;
        pool.wait(UtcMicros::PerHour);
        for (int count = 0; count < 15; ++count)
            pool.add();
        QVERIFY(!driver.sync(pool.now(), 3));
        QCOMPARE(nectedDates(driver.sent.first()),
                 (TimeWindow{newest - 10 * UtcMicros::PerMinute, at("2100-01-01T00:00:00Z")}));
        QCOMPARE(driver.checkpoint.value(u"stretches").toArray().size(), 1);
    }
    const UtcMicros newest = pool.events().last().created;
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE_LT(*nectedDates(driver.sent.last()).to, at("2026-11-20T12:00:00Z"));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QCOMPARE(driver.checkpoint, finishedAt(formatTime(newest).c_str()));
}

void NectedRunsTest::splitsAWindowWithTooManyEvents()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(20'000, at("2026-11-10T00:00:00Z"));
    NectedServer server(pool);
    SourceDriver driver(nected(), {}, apiKey(), std::ref(server));
    QVERIFY(!driver.sync(pool.now(), 700)); // killed in the middle of the splitting
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QVERIFY(driver.warnings.isEmpty());
    QCOMPARE_LT(driver.requests, 2'500);
}

void NectedRunsTest::splitsEverythingOnlyWhenItIsTooMuch_data()
{
    QTest::addColumn<int>("events");
    QTest::addColumn<bool>("split");
    QTest::newRow("9,000") << 9'000 << false;
    QTest::newRow("9,001") << 9'001 << true;
}

void NectedRunsTest::splitsEverythingOnlyWhenItIsTooMuch()
{
    QFETCH(int, events);
    QFETCH(bool, split);
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(events, at("2018-11-10T00:00:00Z"));
    NectedServer server(pool);
    SourceDriver driver(nected(), {{u"initial_days"_s, u"0"_s}}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QCOMPARE(nectedDates(driver.sent.first()), TimeWindow());
    const bool dated = std::any_of(driver.sent.begin(), driver.sent.end(), [](const HttpRequest &request) {
        return nectedDates(request).from == at("2015-01-01T00:00:00Z");
    });
    QCOMPARE(dated, split);
    QCOMPARE(driver.covered.first().from.has_value(), split);
}

void NectedRunsTest::stopsAtTheEndOfTheSearch()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    for (int count = 0; count < 10'500; ++count)
        pool.add(); // all in one moment: no window is small enough
    NectedServer server(pool);
    SourceDriver driver(nected(), {}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.events.size(), 10'000);
    QCOMPARE(driver.warnings.size(), 1);
    QVERIFY(!driver.checkpoint.contains(u"watermark"));
}

void NectedRunsTest::stepsBackWhenTheListShrinks()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(95, at("2026-11-01T00:00:00Z"));
    NectedServer server(pool);
    int responses = 0;
    server.beforeResponse = [&] {
        if (++responses == 4) {
            for (int count = 0; count < 15; ++count)
                pool.remove();
        }
    };
    SourceDriver driver(nected(), {}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(parameter(driver.sent.at(4), u"pageNo"_s), u"2"_s); // fifteen events are two pages of ten
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

void NectedRunsTest::findsLateArrivalsInTheNextRun()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(95, at("2026-11-20T11:55:00Z"));
    NectedServer server(pool);
    int responses = 0;
    server.beforeResponse = [&] {
        if (++responses == 6) {
            for (qint64 late = 1; late <= 12; ++late)
                pool.add(late * UtcMicros::PerSecond);
        }
    };
    SourceDriver driver(nected(), {}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    pool.wait(9 * UtcMicros::PerMinute);
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

void NectedRunsTest::survivesAServerThatIgnoresDates()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(12'000, at("2026-01-01T00:00:00Z"));
    NectedServer server(pool);
    server.ignoresDates = true;
    SourceDriver driver(nected(), {{u"initial_days"_s, u"30"_s}}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE_LT(driver.requests, 300);
    pool.wait(UtcMicros::PerHour);
    for (int count = 0; count < 25; ++count)
        pool.add();
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.warnings.size(), 1);
    QCOMPARE_LT(driver.requests, 60); // each run finds out again that halves are no smaller
    const QList<PoolEvent> wanted = pool.newestFirst({pool.now() - 30 * UtcMicros::PerDay, {}});
    QVERIFY(std::all_of(wanted.begin(), wanted.end(),
                        [&](const PoolEvent &event) { return driver.events.contains(event.id); }));
}

void NectedRunsTest::endsWithAWarningWhenThePageDoesNotAdvance()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(95, at("2026-11-01T00:00:00Z"));
    NectedServer server(pool);
    server.ignoresPages = true;
    SourceDriver driver(nected(), {}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.requests, 2);
    QCOMPARE(driver.warnings.size(), 1);
    // The first page is read; what lies below its newest event is left.
    QCOMPARE(driver.covered, (QList<TimeWindow>{{pool.events().last().created + 1, pool.now()}}));
    QVERIFY(!driver.checkpoint.contains(u"watermark"));
    server.ignoresPages = false;
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
    QCOMPARE(driver.checkpoint, finishedAt(formatTime(pool.events().last().created).c_str()));
}

void NectedRunsTest::fullAndSinceOverrideTheWatermark()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(40, at("2026-11-01T00:00:00Z"));
    NectedServer server(pool);
    SourceDriver driver(nected(), {}, apiKey(), std::ref(server));
    QVERIFY(driver.sync(pool.now()));
    const Checkpoint done = driver.checkpoint;
    RunOptions options;
    options.checkpoint = done;
    options.now = pool.now();
    options.full = true;
    QVERIFY(driver.run(options));
    QCOMPARE(nectedDates(driver.sent.first()).from, at("2026-08-22T12:00:00Z"));
    QCOMPARE(driver.checkpoint, done);
    options.full = false;
    options.since = at("2026-11-10T12:00:00Z");
    QVERIFY(driver.run(options));
    QCOMPARE(nectedDates(driver.sent.first()).from, at("2026-11-10T12:00:00Z"));
    QCOMPARE(driver.checkpoint, done);
}

void NectedRunsTest::coversEachWindow()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(95, at("2026-11-01T00:00:00Z"));
    NectedServer server(pool);
    SourceDriver driver(nected(), {{u"initial_days"_s, u"30"_s}}, apiKey(), std::ref(server));
    QVERIFY(!driver.sync(pool.now(), 9));
    QCOMPARE(driver.covered, QList<TimeWindow>());
    const UtcMicros low = pool.newestFirst({}, 80).first().created + 1; // where the ninth page begins
    const UtcMicros newest = pool.events().last().created;
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(driver.covered,
             (QList<TimeWindow>{{newest - 10 * UtcMicros::PerMinute, pool.now()},
                                {low, pool.now()},
                                {at("2026-10-21T12:00:00Z"), low}}));
}

void NectedRunsTest::failsOnACodeThatIsNotSuccess()
{
    QByteArray body = fixture(u"nected/error-code-at-200.json"_s);
    SourceDriver driver(nected(), {}, apiKey(), [&](const HttpRequest &) { return Response{body}; });
    QVERIFY(!driver.sync(at("2026-11-20T12:00:00Z")));
    QCOMPARE(driver.error->kind, ErrorKind::Vendor);
    QVERIFY(driver.error->message.contains(u"Slow down, please."_s));
    body = R"({"code":"INTERNAL_SERVER_ERROR","data":[]})";
    QVERIFY(!driver.sync(at("2026-11-20T12:00:00Z")));
    QVERIFY(driver.error->message.contains(u"INTERNAL_SERVER_ERROR"_s));
    body = R"({"code":"success"})";
    QVERIFY(!driver.sync(at("2026-11-20T12:00:00Z")));
    QCOMPARE(driver.error->kind, ErrorKind::Malformed);
}

void NectedRunsTest::startsOverFromAGarbledCheckpoint()
{
    EventPool pool(1, at("2026-11-20T12:00:00Z"));
    pool.fill(25, at("2026-11-01T00:00:00Z"));
    NectedServer server(pool);
    SourceDriver driver(nected(), {}, apiKey(), std::ref(server));
    driver.checkpoint = {{u"version"_s, 2}, {u"running"_s, true}, {u"stretches"_s, u"none"_s}};
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

void NectedRunsTest::losesNothingInALivingLog_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<bool>("deletions");
    for (quint32 seed = 1; seed <= Histories; ++seed)
        QTest::addRow("history %u", seed) << seed << (seed % 2 == 0);
}

void NectedRunsTest::losesNothingInALivingLog()
{
    QFETCH(quint32, seed);
    QFETCH(bool, deletions);
    EventPool pool(seed, at("2026-11-20T12:00:00Z"));
    pool.fill(pool.random().bounded(1, 200), at("2026-11-20T06:00:00Z"));
    NectedServer server(pool);
    server.beforeResponse = [&] {
        if (pool.random().bounded(2) == 0)
            pool.live(deletions);
    };
    const QString days = seed % 3 == 0 ? u"0"_s : u"90"_s;
    SourceDriver driver(nected(), {{u"initial_days"_s, days}}, apiKey(), std::ref(server));
    liveThroughKilledRuns(driver, server, pool, 24);
    QVERIFY(driver.sync(pool.now()));
    QVERIFY(driver.sync(pool.now()));
    QCOMPARE(missingEvents(pool, driver), QStringList());
}

TRAILGLASS_TEST(NectedRunsTest)
#include "tst_nectedruns.moc"
