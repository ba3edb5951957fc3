// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/syncrun.h"
#include "models/network/timerscheduler.h"
#include "models/workspace/scheduledsync.h"

namespace Trailglass {

/// `sync --watch`: one sync as without it, then those that are due, each with its report, until it is interrupted.
///
/// What keeps the first sync from starting ends the command, but another program's lock; afterwards a failure is reported
/// and waits for the next round. An interrupt between two syncs is the regular end: exit code 0. One that stops a sync ends
/// as without `--watch`.
class SyncWatch : public SyncRun
{
    Q_OBJECT

public:
    /// \param interval  from the end of a sync to the next one
    SyncWatch(Session &commandSession, CommandLine::Arguments arguments, SyncRequest request,
              std::chrono::minutes interval, Finish finish);

    void begin() { m_sources.reload(); }

protected:
    void ended(ExitCode code) override;
    void failed(const Error &error) override;

private:
    [[nodiscard]] SyncSchedule scheduleOf(const QString &source) const;
    void listed();
    void wait();
    void tellNext();
    void interrupted();

    const std::chrono::minutes m_interval;
    bool m_hasStarted = false; ///< the first sync
    bool m_isWatching = false; ///< that one is over, and ended nothing
    bool m_hadSources = false; ///< there was something to wait for after the first sync
    bool m_wasStopped = false; ///< the interrupt has stopped a sync
    ExitCode m_exitCode = ExitCode::Done; ///< once nothing is left to sync
    SourceService m_sources;
    TimerScheduler m_scheduler;
    ScheduledSync m_scheduled;
};

} // namespace Trailglass
