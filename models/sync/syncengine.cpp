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
    m_states.clear();
    m_states.resize(static_cast<std::size_t>(jobs.size()));
    m_ended = 0;
    m_running = true;
    m_cancelled = false;
    QMetaObject::invokeMethod(this, &SyncEngine::startNext, Qt::QueuedConnection);
}

void SyncEngine::cancel()
{
    m_cancelled = m_running;
    for (const JobState &state : m_states) {
        if (state.run) {
            state.run->cancel();
        }
    }
}

void SyncEngine::startNext()
{
    if (!m_running) {
        return;
    }
    while (const std::optional<qsizetype> job = nextJob()) {
        startJob(*job);
    }
    lookAgain();
    if (m_ended == m_jobs.size()) {
        m_running = false;
        m_jobs.clear(); // with the secrets in them
        Q_EMIT finished(m_reports);
    }
}

/// \returns nothing when none can be started now
std::optional<qsizetype> SyncEngine::nextJob() const
{
    const auto hasPlace = [](const JobState &state) {
        return state.run && !state.run->isWaiting() && state.run->silence() < SilentAfter;
    };
    if (std::ranges::count_if(m_states, hasPlace) >= MaxParallel) {
        return {};
    }
    for (qsizetype job = 0; job < m_jobs.size(); ++job) {
        if (!m_states[static_cast<std::size_t>(job)].isStarted && !isServerFull(job)) {
            return job;
        }
    }
    return {};
}

/// Whether as many sources as may be have requests at the server of \a job.
bool SyncEngine::isServerFull(qsizetype job) const
{
    const Result<BoundSecrets> &secrets = m_jobs[job].secrets;
    if (!secrets) {
        return false; // it sends nothing
    }
    qsizetype requesting = 0;
    for (qsizetype other = 0; other < m_jobs.size(); ++other) {
        const auto &run = m_states[static_cast<std::size_t>(other)].run;
        const Result<BoundSecrets> &others = m_jobs[other].secrets;
        if (run && !run->isWaiting() && others && others->origin == secrets->origin) {
            ++requesting;
        }
    }
    return requesting >= MaxParallel;
}

void SyncEngine::startJob(qsizetype job)
{
    JobState &state = m_states[static_cast<std::size_t>(job)];
    state.isStarted = true;
    state.run = std::make_unique<SourceRun>(m_services, m_jobs[job]);
    connect(state.run.get(), &SourceRun::progress, this, &SyncEngine::progress);
    connect(state.run.get(), &SourceRun::waitBegan, this, &SyncEngine::startNext, Qt::QueuedConnection);
    // Queued: the run is destroyed on its report.
    connect(
        state.run.get(), &SourceRun::finished, this,
        [this, job](const SyncReport &report) { runFinished(job, report); }, Qt::QueuedConnection);
    state.run->start();
    if (m_cancelled) {
        state.run->cancel();
    }
}

/// When the next server may have been silent for long enough, if anything waits for a place.
void SyncEngine::lookAgain()
{
    m_alarm.reset();
    if (std::ranges::all_of(m_states, &JobState::isStarted)) {
        return;
    }
    std::optional<std::chrono::milliseconds> next;
    for (const JobState &state : m_states) {
        const auto silence = state.run ? state.run->silence() : SilentAfter;
        if (silence < SilentAfter && (!next || SilentAfter - silence < *next)) {
            next = SilentAfter - silence;
        }
    }
    if (!next) {
        return;
    }
    m_alarm = std::make_unique<QObject>();
    m_services.scheduler.after(*next, m_alarm.get(), [this] {
        m_alarm.release()->deleteLater(); // the call comes through it
        startNext();
    });
}

void SyncEngine::runFinished(qsizetype job, const SyncReport &report)
{
    m_reports[job] = report;
    m_states[static_cast<std::size_t>(job)].run.reset();
    ++m_ended;
    Q_EMIT sourceFinished(report);
    startNext();
}

} // namespace Trailglass

#include "moc_syncengine.cpp"
