// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/syncplan.h"
#include "tests/runner/testclass.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

constexpr qint64 Minute = UtcMicros::PerMinute;
constexpr qint64 Hour = UtcMicros::PerHour;
constexpr qint64 Day = UtcMicros::PerDay;
const UtcMicros Now = parseTime("2026-11-20T12:00:00Z").value();

constexpr SyncSchedule every(int minutes)
{
    return {.everyMinutes = minutes};
}

} // namespace

/// When the next sync of a source is due.
class SyncPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheRules_data();
    void followsTheRules();
    void whatIsOverdueIsDueOnce();
    void theNextSyncNeverMovesOnWithAClockThatWasSetBack();
    void everyIntervalIsKeptWhateverItsSpread();
};

void SyncPlanTest::followsTheRules_data()
{
    QTest::addColumn<SyncSchedule>("schedule");
    QTest::addColumn<SyncHistory>("history");
    QTest::addColumn<std::optional<qint64>>("next"); // microseconds from now
    using Next = std::optional<qint64>;
    const auto ended = [](qint64 ago, int failures = 0) {
        return SyncHistory{.attempt = Now - ago, .failures = failures};
    };

    QTest::newRow("by hand") << SyncSchedule() << ended(Day) << Next();
    QTest::newRow("by hand, after a failure") << SyncSchedule() << ended(Day, 1) << Next();
    QTest::newRow("never synced") << every(15) << SyncHistory() << Next(0);
    QTest::newRow("synced just now") << every(15) << ended(0) << Next(15 * Minute);
    QTest::newRow("synced a while ago") << every(15) << ended(10 * Minute) << Next(5 * Minute);
    QTest::newRow("due now") << every(15) << ended(15 * Minute) << Next(0);

    SyncHistory spread = ended(0);
    spread.spread = 0.5;
    QTest::newRow("in the middle of the tolerance") << every(20) << spread << Next(21 * Minute);
    QTest::newRow("the tolerance of a week") << every(10'080) << spread << Next(7 * Day + 150 * 1'000'000);

    QTest::newRow("first failure") << every(15) << ended(0, 1) << Next(15 * Minute);
    QTest::newRow("second failure") << every(15) << ended(0, 2) << Next(30 * Minute);
    QTest::newRow("third failure") << every(15) << ended(0, 3) << Next(Hour);
    QTest::newRow("eighth failure: a day") << every(15) << ended(0, 8) << Next(Day);
    QTest::newRow("hundredth failure") << every(15) << ended(0, 100) << Next(Day);
    QTest::newRow("an interval of more than a day") << every(2'880) << ended(0, 5) << Next(2 * Day);

    SyncHistory limited = ended(0, 1);
    limited.notBefore = Now + 3 * Hour;
    QTest::newRow("the server wants a longer pause") << every(15) << limited << Next(3 * Hour);
    limited.notBefore = Now + Minute;
    QTest::newRow("the server wants a shorter pause") << every(15) << limited << Next(15 * Minute);
    limited.notBefore = Now + 30 * Day;
    QTest::newRow("the server wants a month") << every(15) << limited << Next(7 * Day);

    const SyncSchedule atStart{.everyMinutes = 0, .atStart = true};
    const SyncSchedule both{.everyMinutes = 60, .atStart = true};
    SyncHistory opened = ended(Day);
    opened.opened = Now;
    QTest::newRow("opened now") << atStart << opened << Next(0);
    QTest::newRow("opened now, but not at start") << SyncSchedule() << opened << Next();
    QTest::newRow("synced since it was opened") << atStart << ended(Minute) << Next();
    opened.attempt.reset();
    QTest::newRow("opened now, never synced") << atStart << opened << Next(0);
    opened.attempt = Now - 2 * Minute;
    QTest::newRow("opened two minutes after a sync") << atStart << opened << Next(3 * Minute);
    QTest::newRow("at start before the interval") << both << opened << Next(3 * Minute);
    opened.failures = 4;
    QTest::newRow("at start in spite of failures") << both << opened << Next(3 * Minute);
    opened.notBefore = Now + 2 * Hour;
    QTest::newRow("at start, but a server wants a pause") << both << opened << Next(2 * Hour);

    QTest::newRow("a clock set back by a year") << every(15) << ended(-365 * Day) << Next(15 * Minute);
}

void SyncPlanTest::followsTheRules()
{
    QFETCH(const SyncSchedule, schedule);
    QFETCH(const SyncHistory, history);
    QFETCH(const std::optional<qint64>, next);
    const std::optional<UtcMicros> planned = nextSync(schedule, history, Now);
    QCOMPARE(planned.has_value(), next.has_value());
    if (next)
        QCOMPARE(*planned - Now, *next);
}

/// A computer that slept through a hundred intervals.
void SyncPlanTest::whatIsOverdueIsDueOnce()
{
    SyncHistory history{.attempt = Now - 100 * 15 * Minute};
    QVERIFY(*nextSync(every(15), history, Now) <= Now);
    history.attempt = Now;
    QCOMPARE(*nextSync(every(15), history, Now), Now + 15 * Minute);
}

void SyncPlanTest::theNextSyncNeverMovesOnWithAClockThatWasSetBack()
{
    const SyncHistory ahead{
        .attempt = Now + 365 * Day, .failures = 1, .notBefore = Now + 366 * Day, .opened = Now + 364 * Day};
    const SyncHistory kept = settled(ahead, Now);
    QCOMPARE(kept, settled(kept, Now + Hour));
    const std::optional<UtcMicros> next = nextSync(every(15), kept, Now);
    QCOMPARE(next, std::optional(Now + LongestRequestedPause));
    QCOMPARE(nextSync(every(15), kept, Now + Hour), next);
}

void SyncPlanTest::everyIntervalIsKeptWhateverItsSpread()
{
    for (int minutes = SyncSchedule::MinMinutes; minutes <= SyncSchedule::MaxMinutes; minutes += 7) {
        for (const double spread : {0.0, 0.37, 0.999}) {
            const SyncHistory history{.attempt = Now, .failures = 0, .notBefore = {}, .spread = spread};
            const qint64 pause = *nextSync(every(minutes), history, Now) - Now;
            QVERIFY(pause >= minutes * Minute);
            QVERIFY(pause <= minutes * Minute + std::min(minutes * Minute / 10, 5 * Minute));
        }
    }
}

TRAILGLASS_PURE_TEST(SyncPlanTest)
#include "tst_syncplan.moc"
