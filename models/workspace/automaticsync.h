// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/sourceservice.h"
#include "models/workspace/syncplanner.h"
#include "models/workspace/syncrunner.h"

#include <functional>

namespace Trailglass {

/// Syncs the sources of a workspace by their schedules, with the runner that also syncs them on request: never two syncs at
/// a time, and one by hand counts like a scheduled one.
///
/// Its requests are unattended. While another program works on the workspace it waits. Destroyed, it starts nothing more; a
/// sync that is on goes on.
/// \thread the main thread
class AutomaticSync : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object.
    struct Parts
    {
        SourceService &sources; ///< its listings are followed, not requested; but for a source that has gone
        SyncRunner &runner;
        Scheduler &scheduler;
        const Clock &clock;
        Random random; ///< spreads the syncs
    };
    /// The schedule of an active source, by its name.
    using ScheduleOf = std::function<SyncSchedule(const QString &source)>;

    /// \param wait  between attempts while another program works on the workspace
    AutomaticSync(const Parts &parts, ScheduleOf scheduleOf, std::chrono::minutes wait,
                  QObject *parent = nullptr);

    /// The workspace is open. Nothing is started before.
    void start();
    /// Schedules have changed.
    void planAgain();
    void setPaused(bool isPaused);

    [[nodiscard]] PlannedSync plan(const QString &source) const { return m_planner.plan(source); }

Q_SIGNALS:
    /// plan() has changed.
    void changed();
    /// A sync that is due cannot begin, for this reason, a sentence. Once until it can.
    void waits(const QString &reason);

private:
    void sync(const QStringList &sources);
    void finished(const QList<SyncReport> &reports);
    void failed(const Error &error);
    void postpone(const Error &error);

    Parts m_parts;
    ScheduleOf m_scheduleOf;
    std::chrono::minutes m_wait;
    SyncPlanner m_planner;
    QString m_waitsFor; ///< as said last; empty: it could begin
};

} // namespace Trailglass
