// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/sourceservice.h"
#include "models/workspace/syncplanner.h"
#include "models/workspace/syncrunner.h"

#include <functional>

namespace Trailglass {

/// Syncs the sources of a workspace by their schedules, with the runner that also syncs them on request: never one source
/// twice at a time, and a sync by hand counts like a scheduled one. No source waits for another one.
///
/// Its requests are unattended, and for the workspace whose sources were listed: another one that has taken its place is
/// refused. What falls due is looked up in the workspace first, so that what another program has synced meanwhile is not
/// synced again. While another program works on the workspace it waits. Destroyed, it starts nothing more; a sync that is
/// on goes on.
/// \thread the main thread
class ScheduledSync : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object.
    struct Parts
    {
        SourceService &sources; ///< its listings are followed; one is requested for what falls due
        SyncRunner &runner;
        Scheduler &scheduler;
        const Clock &clock;
        Random random; ///< spreads the syncs
    };
    /// The schedule of an active source, by its name.
    using ScheduleOf = std::function<SyncSchedule(const QString &source)>;

    /// \param wait  between attempts while another program works on the workspace
    ScheduledSync(const Parts &parts, ScheduleOf scheduleOf, std::chrono::minutes wait,
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
    void becameDue(const QStringList &sources);
    void listed();
    void notListed();
    void sync(const QStringList &sources);
    void sourceFinished(const SyncReport &report);
    void failed(const Error &error, const SyncRequest &request);
    void postpone(const Error &error, const SyncRequest &request);

    Parts m_parts;
    ScheduleOf m_scheduleOf;
    std::chrono::minutes m_wait;
    QString m_workspace; ///< SourceService::identity() of the sources that are planned
    SyncPlanner m_planner;
    QStringList m_due; ///< by an earlier listing: another one is awaited
    quint64 m_awaited = 0; ///< SourceService::reload() for what is due
    bool m_isCurrent = false; ///< what is due now is due by the listing that has just come
    QString m_waitsFor; ///< as said last; empty: it could begin
};

} // namespace Trailglass
