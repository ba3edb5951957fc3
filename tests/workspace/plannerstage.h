// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/syncplanner.h"
#include "tests/workspace/wallclock.h"

#include <QSet>

namespace Trailglass::Testing {

/// A planner that syncs what is due: each sync takes no time and ends as it is set.
class PlannerStage : public QObject
{
public:
    static constexpr UtcMicros Start{1'795'176'000 * UtcMicros::PerSecond}; // 2026-11-20T12:00:00Z

    PlannerStage()
    {
        connect(&planner, &SyncPlanner::due, this, [this](const QStringList &sources) {
            if (isRefusing)
                return;
            runs.append(sources);
            times.append(clock.now() - Start);
            for (const QString &source : sources)
                syncing.insert(source);
            if (!isHanging)
                end(sources);
        });
    }

    void end(const QStringList &sources)
    {
        QList<SyncOutcome> outcomes;
        for (const QString &source : sources) {
            syncing.remove(source);
            outcomes.append({.source = source, .end = ends.value(source), .retryAfter = retryAfter});
        }
        planner.ended(outcomes);
    }

    /// Sources that were synced at Start.
    void setSources(const QMap<QString, SyncSchedule> &schedules)
    {
        QList<ScheduledSource> sources;
        for (auto schedule = schedules.cbegin(); schedule != schedules.cend(); ++schedule)
            sources.append({.name = schedule.key(), .schedule = *schedule, .lastAttempt = Start});
        planner.setSources(sources);
    }

    ManualScheduler scheduler;
    WallClock clock{scheduler, Start};
    QSet<QString> syncing;
    double chance = 0; ///< what spreads the syncs
    SyncPlanner planner{scheduler, clock, [this] { return chance; },
                        [this](const QString &source) {
                            return syncing.contains(source);
                        }};
    QMap<QString, SyncOutcome::End> ends;
    std::optional<std::chrono::milliseconds> retryAfter;
    bool isRefusing = false; ///< what is due is not begun
    bool isHanging = false; ///< a sync that has begun ends by end()
    QList<QStringList> runs;
    QList<qint64> times; ///< of the runs, microseconds after Start
};

} // namespace Trailglass::Testing
