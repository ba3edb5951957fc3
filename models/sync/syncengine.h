// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sync/syncjob.h"
#include "models/sync/syncreport.h"
#include "models/sync/syncservices.h"

#include <QList>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace Trailglass {

class SourceRun;

/// Brings sources up to date: each on its own, none stopped by another's failure.
///
/// There are places for MaxParallel sources. One that waits to repeat a request, for a quarter of an hour if its server
/// demands that, needs none, nor does one whose server has been silent for SilentAfter: the next source is started
/// meanwhile. When the wait or the silence is over, it goes on without a place. Of one server no more than MaxParallel
/// are started, silent or not: Qt keeps further requests to it back, and their time-outs would run.
///
/// \thread lives on the thread of its services, which needs an event loop; never blocks it
class SyncEngine : public QObject
{
    Q_OBJECT

public:
    static constexpr int MaxParallel = 5;
    static constexpr std::chrono::milliseconds SilentAfter{5'000};

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
    /// What became of a job.
    struct JobState
    {
        std::unique_ptr<SourceRun> run; ///< null before its start and after its end
        bool isStarted = false;
    };

    void startNext();
    [[nodiscard]] std::optional<qsizetype> nextJob() const;
    [[nodiscard]] bool isServerFull(qsizetype job) const;
    void startJob(qsizetype job);
    void lookAgain();
    void runFinished(qsizetype job, const SyncReport &report);

    SyncServices m_services;
    QList<SyncJob> m_jobs;
    QList<SyncReport> m_reports;
    std::vector<JobState> m_states; ///< by job
    qsizetype m_ended = 0;
    bool m_running = false;
    bool m_cancelled = false;
    std::unique_ptr<QObject> m_alarm; ///< of lookAgain(); destroyed, it does not come
};

} // namespace Trailglass
