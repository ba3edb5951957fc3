// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sync/syncjob.h"
#include "models/sync/syncreport.h"
#include "models/sync/syncservices.h"

#include <QList>
#include <QObject>

#include <memory>
#include <vector>

namespace Trailglass {

class SourceRun;

/// Brings sources up to date: each on its own, none stopped by another's failure.
///
/// Up to MaxParallel are started at a time. A source that waits to repeat a request, for a quarter of an hour
/// if its server demands that, does not count: the next one is started meanwhile. One whose server is silent
/// counts until its time-out.
///
/// \thread lives on the thread of its services, which needs an event loop; never blocks it
class SyncEngine : public QObject
{
    Q_OBJECT

public:
    static constexpr int MaxParallel = 5;

    explicit SyncEngine(SyncServices services, QObject *parent = nullptr);
    ~SyncEngine() override;

    /// Starts a run. Signals never come before start() returns.
    /// \pre no run is on
    void start(const QList<SyncJob> &jobs);

    [[nodiscard]] bool isRunning() const { return m_running; }

    /// Ends the run: what is committed stays, sources not done are reported as cancelled. Nothing happens
    /// when no run is on.
    void cancel();

Q_SIGNALS:
    /// At most about ten a second for each source.
    void progress(const Trailglass::SyncProgress &progress);
    void sourceFinished(const Trailglass::SyncReport &report);
    /// Exactly once a run, after the last sourceFinished(): all reports, in the order of the jobs.
    void finished(const QList<Trailglass::SyncReport> &reports);

private:
    void startNext();
    [[nodiscard]] qsizetype busyRuns() const;
    void runFinished(qsizetype job, const SyncReport &report);

    SyncServices m_services;
    QList<SyncJob> m_jobs;
    QList<SyncReport> m_reports;
    std::vector<std::unique_ptr<SourceRun>> m_runs; ///< by job; empty before its start and after its end
    qsizetype m_started = 0;
    qsizetype m_ended = 0;
    bool m_running = false;
    bool m_cancelled = false;
};

} // namespace Trailglass
