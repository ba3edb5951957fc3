// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/syncengine.h"

#include "models/sync/sourcerun.h"

#include <algorithm>

namespace Trailglass {

SyncEngine::SyncEngine(SyncServices services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
{
}

SyncEngine::~SyncEngine() = default;

void SyncEngine::start(const QList<SyncJob> &jobs)
{
    Q_ASSERT(!m_running);
    m_jobs = jobs;
    m_reports = QList<SyncReport>(jobs.size());
    m_runs.clear();
    m_runs.resize(static_cast<std::size_t>(jobs.size()));
    m_started = 0;
    m_ended = 0;
    m_running = true;
    m_cancelled = false;
    QMetaObject::invokeMethod(this, &SyncEngine::startNext, Qt::QueuedConnection);
}

void SyncEngine::cancel()
{
    m_cancelled = m_running;
    for (const auto &run : m_runs) {
        if (run) {
            run->cancel();
        }
    }
}

qsizetype SyncEngine::busyRuns() const
{
    return std::ranges::count_if(m_runs, [](const auto &run) { return run && !run->isWaiting(); });
}

void SyncEngine::startNext()
{
    if (!m_running) {
        return;
    }
    while (m_started < m_jobs.size() && busyRuns() < MaxParallel) {
        const qsizetype job = m_started++;
        auto &run = m_runs[static_cast<std::size_t>(job)];
        run = std::make_unique<SourceRun>(m_services, m_jobs[job]);
        connect(run.get(), &SourceRun::progress, this, &SyncEngine::progress);
        connect(run.get(), &SourceRun::waitBegan, this, &SyncEngine::startNext, Qt::QueuedConnection);
        // Queued: the run is destroyed on its report.
        connect(
            run.get(), &SourceRun::finished, this,
            [this, job](const SyncReport &report) { runFinished(job, report); }, Qt::QueuedConnection);
        run->start();
        if (m_cancelled) {
            run->cancel();
        }
    }
    if (m_ended == m_jobs.size()) {
        m_running = false;
        m_jobs.clear(); // with the secrets in them
        Q_EMIT finished(m_reports);
    }
}

void SyncEngine::runFinished(qsizetype job, const SyncReport &report)
{
    m_reports[job] = report;
    m_runs[static_cast<std::size_t>(job)].reset();
    ++m_ended;
    Q_EMIT sourceFinished(report);
    startNext();
}

} // namespace Trailglass

#include "moc_syncengine.cpp"
