// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/workspace/plannerstage.h"

#include <QSet>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

constexpr qint64 Minute = UtcMicros::PerMinute;
constexpr UtcMicros Noon = PlannerStage::Start;

QList<qint64> minutes(std::initializer_list<int> list)
{
    QList<qint64> times;
    for (const int minute : list)
        times.append(minute * Minute);
    return times;
}

} // namespace

/// Which sources are due, in virtual time.
class SyncPlannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void syncsByTheInterval()
    {
        PlannerStage stage;
        stage.setSources({{u"hand"_s, {}}, {u"work"_s, {.everyMinutes = 15}}});
        stage.planner.start();
        stage.scheduler.advance(46min);
        QCOMPARE(stage.times, minutes({15, 30, 45}));
        QCOMPARE(stage.runs.first(), QStringList{u"work"_s});
        QCOMPARE(stage.planner.plan(u"work"_s).next, std::optional(Noon + 60 * Minute));
        QVERIFY(!stage.planner.plan(u"hand"_s).next);
        QVERIFY(!stage.planner.plan(u"nobody"_s).next);
    }

    void startsNothingBeforeTheWorkspaceIsOpen()
    {
        PlannerStage stage;
        stage.setSources({{u"work"_s, {.everyMinutes = 15, .atStart = true}}});
        stage.scheduler.advance(60min);
        QVERIFY(stage.runs.isEmpty());
    }

    void syncsOnceAtTheStart_data()
    {
        QTest::addColumn<bool>("isListedFirst");
        QTest::newRow("the sources are known") << true;
        QTest::newRow("they are listed later") << false;
    }

    void syncsOnceAtTheStart()
    {
        QFETCH(const bool, isListedFirst);
        PlannerStage stage;
        stage.clock.jump(2h);
        const QMap<QString, SyncSchedule> sources{{u"a"_s, {.everyMinutes = 0, .atStart = true}},
                                                  {u"hand"_s, {}}};
        if (isListedFirst)
            stage.setSources(sources);
        stage.planner.start();
        stage.setSources(sources);
        QCOMPARE(stage.runs, QList<QStringList>{{u"a"_s}});
        stage.scheduler.advance(24h);
        QCOMPARE(stage.runs.size(), 1);
    }

    /// A choice is about the next start, and a new source was not there.
    void aChoiceOrASourceOfLaterWaitsForTheNextStart()
    {
        PlannerStage stage;
        stage.setSources({{u"a"_s, {}}});
        stage.clock.jump(2h);
        stage.planner.start();
        stage.setSources(
            {{u"a"_s, {.everyMinutes = 0, .atStart = true}}, {u"b"_s, {.everyMinutes = 0, .atStart = true}}});
        stage.scheduler.advance(24h);
        QVERIFY(stage.runs.isEmpty());
    }

    void failuresAreTriedLessAndLess()
    {
        PlannerStage stage;
        stage.ends.insert(u"work"_s, SyncOutcome::End::Failure);
        stage.setSources({{u"other"_s, {.everyMinutes = 10'080}}, {u"work"_s, {.everyMinutes = 15}}});
        stage.planner.start();
        stage.scheduler.advance(8h);
        QCOMPARE(stage.times, minutes({15, 30, 60, 120, 240, 480}));
        QVERIFY(stage.planner.plan(u"work"_s).isRetry);
        QVERIFY(!stage.planner.plan(u"other"_s).isRetry);

        stage.ends.clear(); // it works again
        stage.scheduler.advance(8h + 15min);
        QCOMPARE(stage.times.mid(6), minutes({960, 975}));
        QVERIFY(!stage.planner.plan(u"work"_s).isRetry);
    }

    void whatAServerRequestsIsHonoured()
    {
        PlannerStage stage;
        stage.ends.insert(u"work"_s, SyncOutcome::End::Failure);
        stage.retryAfter = 2h;
        stage.setSources({{u"work"_s, {.everyMinutes = 15}}});
        stage.planner.start();
        stage.scheduler.advance(15min);
        QCOMPARE(stage.planner.plan(u"work"_s).next, std::optional(Noon + 135 * Minute));
        stage.ends.clear();
        stage.scheduler.advance(135min);
        QCOMPARE(stage.times, minutes({15, 135, 150}));
    }

    void aCancelledSyncIsNoFailureAndIsNotRepeatedAtOnce()
    {
        PlannerStage stage;
        stage.ends.insert(u"work"_s, SyncOutcome::End::Cancelled);
        stage.setSources({{u"work"_s, {.everyMinutes = 15}}});
        stage.planner.start();
        stage.scheduler.advance(45min);
        QCOMPARE(stage.times, minutes({15, 30, 45}));
        QVERIFY(!stage.planner.plan(u"work"_s).isRetry);
    }

    void afterASleepItCatchesUpOnce()
    {
        PlannerStage stage;
        stage.setSources({{u"work"_s, {.everyMinutes = 15}}});
        stage.planner.start();
        stage.scheduler.advance(20min);
        QCOMPARE(stage.times, minutes({15}));
        stage.clock.jump(10h); // no timer runs meanwhile
        stage.scheduler.advance(60s); // the next look
        QCOMPARE(stage.times.size(), 1);
        QVERIFY(stage.planner.plan(u"work"_s).isDue);
        stage.scheduler.advance(SyncPlanner::AfterSleep);
        QCOMPARE(stage.times.size(), 2);
        QVERIFY(stage.times.last() <= (10 * 60 + 22) * Minute);
        stage.scheduler.advance(14min);
        QCOMPARE(stage.times.size(), 2);
        stage.scheduler.advance(2min);
        QCOMPARE(stage.times.size(), 3);
    }

    void aClockSetBackDelaysTheNextSyncByAnIntervalAtMost()
    {
        PlannerStage stage;
        stage.setSources({{u"work"_s, {.everyMinutes = 15}}});
        stage.planner.start();
        stage.scheduler.advance(20min);
        QSignalSpy changed(&stage.planner, &SyncPlanner::changed);
        stage.clock.jump(-240h);
        stage.scheduler.advance(60s);
        QVERIFY(!changed.isEmpty());
        stage.scheduler.advance(13min);
        QCOMPARE(stage.runs.size(), 1);
        stage.scheduler.advance(3min);
        QCOMPARE(stage.runs.size(), 2);
        // The workspace still has the time from before.
        stage.planner.setSources({{.name = u"work"_s,
                                   .schedule = {.everyMinutes = 15},
                                   .lastAttempt = Noon + 15 * Minute,
                                   .hasFailed = true}});
        QVERIFY(!stage.planner.plan(u"work"_s).isRetry);
        stage.scheduler.advance(16min);
        QCOMPARE(stage.runs.size(), 3);
    }

    void pausedItStartsNothingAndResumedItCatchesUp()
    {
        PlannerStage stage;
        stage.setSources({{u"work"_s, {.everyMinutes = 15}}});
        stage.planner.start();
        stage.planner.setPaused(true);
        stage.scheduler.advance(3h);
        QVERIFY(stage.runs.isEmpty());
        QVERIFY(stage.planner.plan(u"work"_s).isPaused);
        stage.planner.setPaused(false);
        QCOMPARE(stage.runs.size(), 1);
        QVERIFY(!stage.planner.plan(u"work"_s).isPaused);
        stage.scheduler.advance(14min);
        QCOMPARE(stage.runs.size(), 1);
    }

    void aRemovedSourceIsNotSynced()
    {
        PlannerStage stage;
        stage.setSources({{u"a"_s, {.everyMinutes = 15}}, {u"b"_s, {.everyMinutes = 15}}});
        stage.planner.start();
        stage.setSources({{u"b"_s, {.everyMinutes = 15}}});
        stage.scheduler.advance(15min);
        QCOMPARE(stage.runs, QList<QStringList>{{u"b"_s}});
        QVERIFY(!stage.planner.plan(u"a"_s).next);
    }

    void aChangedScheduleCountsAtOnce()
    {
        PlannerStage stage;
        stage.setSources({{u"work"_s, {.everyMinutes = 600}}});
        stage.planner.start();
        stage.scheduler.advance(20min);
        stage.setSources({{u"work"_s, {.everyMinutes = 15}}});
        QCOMPARE(stage.times, minutes({20})); // it is due by now
        stage.setSources({{u"work"_s, {}}});
        stage.scheduler.advance(24h);
        QCOMPARE(stage.runs.size(), 1);
    }

    /// Its server wants it to wait, or it has much to fetch.
    void aSyncThatGoesOnHoldsUpNoOtherSource()
    {
        PlannerStage stage;
        stage.isHanging = true;
        stage.setSources({{u"a"_s, {.everyMinutes = 15}}, {u"b"_s, {.everyMinutes = 20}}});
        stage.planner.start();
        stage.scheduler.advance(60min);
        QCOMPARE(stage.runs, (QList<QStringList>{{u"a"_s}, {u"b"_s}})); // once each
        stage.end({u"b"_s});
        stage.scheduler.advance(20min);
        stage.end({u"a"_s});
        stage.scheduler.advance(15min);
        QCOMPARE(stage.runs, (QList<QStringList>{{u"a"_s}, {u"b"_s}, {u"b"_s}, {u"a"_s}}));
        QCOMPARE(stage.times, minutes({15, 20, 80, 95}));
    }

    void whatIsSyncedTogetherIsSpreadAlikeWhenItEndsApart()
    {
        PlannerStage stage;
        stage.isHanging = true;
        stage.setSources({{u"a"_s, {.everyMinutes = 60}}, {u"b"_s, {.everyMinutes = 60}}});
        const auto next = [&stage](const QString &source) {
            return stage.planner.plan(source).next;
        };
        stage.syncing = {u"a"_s, u"b"_s};
        stage.chance = 0.25;
        stage.end({u"a"_s});
        stage.chance = 0.75;
        stage.end({u"b"_s});
        QCOMPARE(next(u"a"_s), next(u"b"_s));
        const auto before = next(u"a"_s);
        stage.end({u"a"_s}); // alone
        QVERIFY(next(u"a"_s) > before);
    }

    void whatIsDueWithinAMinuteIsSyncedTogetherAndStaysSo()
    {
        PlannerStage stage;
        stage.clock.jump(1min);
        stage.planner.setSources(
            {{.name = u"a"_s, .schedule = {.everyMinutes = 15}, .lastAttempt = Noon},
             {.name = u"b"_s,
              .schedule = {.everyMinutes = 15},
              .lastAttempt = Noon + 50 * UtcMicros::PerSecond},
             {.name = u"c"_s, .schedule = {.everyMinutes = 15}, .lastAttempt = Noon, .hasFailed = true}});
        stage.planner.start();
        stage.scheduler.advance(46min);
        const QStringList all{u"a"_s, u"b"_s, u"c"_s};
        QCOMPARE(stage.runs, (QList<QStringList>{{u"a"_s, u"c"_s, u"b"_s}, all, all}));
    }

    void aFailedSourceIsNotTriedEarlierForTheSakeOfAnother()
    {
        PlannerStage stage;
        stage.clock.jump(5min);
        stage.planner.setSources({{.name = u"a"_s, .schedule = {.everyMinutes = 15}, .lastAttempt = Noon},
                                  {.name = u"b"_s,
                                   .schedule = {.everyMinutes = 15},
                                   .lastAttempt = Noon + 30 * UtcMicros::PerSecond,
                                   .hasFailed = true}});
        stage.planner.start();
        stage.scheduler.advance(11min);
        QCOMPARE(stage.runs, (QList<QStringList>{{u"a"_s}, {u"b"_s}}));
    }

    void aSyncByAnotherProgramCounts()
    {
        PlannerStage stage;
        stage.setSources({{u"work"_s, {.everyMinutes = 15}}});
        stage.planner.start();
        stage.scheduler.advance(14min);
        stage.planner.setSources({{.name = u"work"_s,
                                   .schedule = {.everyMinutes = 15},
                                   .lastAttempt = Noon + 13 * Minute,
                                   .hasFailed = true}});
        QVERIFY(stage.planner.plan(u"work"_s).isRetry);
        stage.scheduler.advance(20min);
        QCOMPARE(stage.times, minutes({28}));
    }

    void aFailureIsCountedOnceThoughTheWorkspaceKnowsOfItToo()
    {
        PlannerStage stage;
        stage.isHanging = true;
        stage.ends.insert(u"work"_s, SyncOutcome::End::Failure);
        stage.setSources({{u"work"_s, {.everyMinutes = 15}}});
        stage.planner.start();
        const QList<ScheduledSource> listed{{.name = u"work"_s,
                                             .schedule = {.everyMinutes = 15},
                                             .lastAttempt = Noon + 15 * Minute,
                                             .hasFailed = true}};
        stage.scheduler.advance(15min);
        stage.planner.setSources(listed); // before the sync has ended altogether
        stage.end({u"work"_s});
        stage.planner.setSources(listed);
        QCOMPARE(stage.planner.plan(u"work"_s).next, std::optional(Noon + 30 * Minute));
    }

    void postponedItTriesAgainLaterAndSaysWhy()
    {
        PlannerStage stage;
        stage.isRefusing = true;
        stage.setSources({{u"a"_s, {.everyMinutes = 15}}, {u"b"_s, {.everyMinutes = 600}}});
        QSignalSpy due(&stage.planner, &SyncPlanner::due);
        stage.planner.start();
        stage.scheduler.advance(15min);
        QCOMPARE(due.size(), 1);
        stage.planner.postpone({u"a"_s}, 2min, u"It is in use."_s);
        QCOMPARE(stage.planner.plan(u"a"_s).waitsFor, u"It is in use."_s);
        QCOMPARE(stage.planner.plan(u"a"_s).next, std::optional(Noon + 17 * Minute));
        QVERIFY(!stage.planner.plan(u"a"_s).isRetry);
        QVERIFY(stage.planner.plan(u"b"_s).waitsFor.isEmpty());
        stage.isRefusing = false;
        stage.scheduler.advance(2min);
        QCOMPARE(stage.times, minutes({17}));
        QVERIFY(stage.planner.plan(u"a"_s).waitsFor.isEmpty());
    }

    void aPauseIsNoLongerWhenTheClockIsSetBackMeanwhile()
    {
        PlannerStage stage;
        stage.setSources({{u"a"_s, {.everyMinutes = 15}}});
        stage.planner.start();
        stage.planner.postpone({}, 5min, u"It is in use."_s);
        stage.clock.jump(-240h);
        stage.scheduler.advance(60s);
        stage.scheduler.advance(16min);
        QCOMPARE(stage.runs.size(), 1);
    }

    void whatIsNotBegunIsOfferedAgain()
    {
        PlannerStage stage;
        stage.isRefusing = true;
        stage.setSources({{u"a"_s, {.everyMinutes = 15}}});
        QSignalSpy due(&stage.planner, &SyncPlanner::due);
        stage.planner.start();
        stage.scheduler.advance(16min);
        QVERIFY(due.size() > 1);
        QVERIFY(due.size() <= 61); // at a second's distance
    }

    void manyComputersDoNotSyncAtOneMoment()
    {
        ManualScheduler scheduler;
        const WallClock clock(scheduler, Noon);
        double chance = 0;
        SyncPlanner planner(
            scheduler, clock, [&chance] { return chance; }, [](const QString &) { return false; });
        planner.start();
        QSet<qint64> times;
        for (int tenth = 0; tenth < 10; ++tenth) {
            chance = tenth / 10.0;
            const QString name = QString::number(tenth);
            planner.setSources({{.name = name, .schedule = {.everyMinutes = 60}, .lastAttempt = Noon}});
            times.insert(planner.plan(name).next->value);
        }
        QCOMPARE(times.size(), 10);
    }
};

TRAILGLASS_TEST(SyncPlannerTest)
#include "tst_syncplanner.moc"
