// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/scheduledsync.h"

#include "models/core/logging.h"

#include <utility>

namespace Trailglass {

namespace {

SyncOutcome outcomeOf(const SyncReport &report)
{
    using End = SyncOutcome::End;
    switch (report.status) {
    case SyncReport::Status::Ok:
        return {.source = report.source, .end = End::Success};
    case SyncReport::Status::Cancelled:
        return {.source = report.source, .end = End::Cancelled};
    case SyncReport::Status::Failed:
        break;
    }
    return {.source = report.source,
            .end = End::Failure,
            .retryAfter = report.error ? report.error->retryAfter : std::nullopt};
}

QList<SyncOutcome> sameOutcome(const QStringList &sources, SyncOutcome::End end)
{
    QList<SyncOutcome> outcomes;
    for (const QString &source : sources)
        outcomes.append({.source = source, .end = end});
    return outcomes;
}

} // namespace

ScheduledSync::ScheduledSync(const Parts &parts, ScheduleOf scheduleOf, std::chrono::minutes wait,
                             QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_scheduleOf(std::move(scheduleOf))
    , m_wait(wait)
    , m_planner(parts.scheduler, parts.clock, parts.random,
                [&runner = parts.runner](const QString &source) { return runner.isSyncing(source); })
{
    connect(&parts.sources, &SourceService::listed, this, &ScheduledSync::listed);
    connect(&parts.sources, &SourceService::failed, this, &ScheduledSync::notListed);
    connect(&parts.runner, &SyncRunner::sourceFinished, this, &ScheduledSync::sourceFinished);
    connect(&parts.runner, &SyncRunner::failed, this, &ScheduledSync::failed);
    connect(&parts.runner, &SyncRunner::approvalRequired, this, [this] { m_planner.ended({}); });
    connect(&m_planner, &SyncPlanner::due, this, &ScheduledSync::becameDue);
    connect(&m_planner, &SyncPlanner::changed, this, &ScheduledSync::changed);
}

void ScheduledSync::start()
{
    m_planner.start();
}

void ScheduledSync::planAgain()
{
    QList<ScheduledSource> sources;
    for (const SourceEntry &entry : m_parts.sources.entries()) {
        if (entry.record.removed)
            continue;
        sources.append({.name = entry.record.name,
                        .schedule = m_scheduleOf(entry.record.name),
                        .lastAttempt = entry.state.lastAttempt,
                        .hasFailed = !entry.state.lastError.isEmpty()});
    }
    m_workspace = m_parts.sources.identity();
    m_planner.setSources(sources);
}

void ScheduledSync::setPaused(bool isPaused)
{
    m_planner.setPaused(isPaused);
}

void ScheduledSync::becameDue(const QStringList &sources)
{
    if (m_isCurrent)
        return sync(sources);
    const bool isAwaited = !m_due.isEmpty();
    m_due = sources;
    if (!isAwaited)
        m_awaited = m_parts.sources.reload();
}

void ScheduledSync::listed()
{
    const bool isSameWorkspace = m_parts.sources.identity() == m_workspace;
    if (isSameWorkspace && m_parts.sources.listNumber() < m_awaited)
        return planAgain(); // read too early: a source may have gone, or been synced, since
    const QStringList due = std::exchange(m_due, {});
    if (!due.isEmpty() && !isSameWorkspace)
        return sync(due); // is refused: these are the sources of another workspace
    m_isCurrent = !due.isEmpty();
    planAgain();
    m_isCurrent = false;
}

void ScheduledSync::notListed()
{
    if (!m_due.isEmpty() && m_parts.sources.listNumber() >= m_awaited)
        sync(std::exchange(m_due, {})); // says why
}

void ScheduledSync::sync(const QStringList &sources)
{
    qCInfo(logSync) << "scheduled sync of sources:" << sources.size();
    m_parts.runner.start({.names = sources, .isUnattended = true, .workspace = m_workspace});
}

void ScheduledSync::sourceFinished(const SyncReport &report)
{
    m_waitsFor.clear();
    m_planner.ended({outcomeOf(report)});
}

void ScheduledSync::failed(const Error &error, const SyncRequest &request)
{
    switch (error.kind) {
    case ErrorKind::Locked:
        return postpone(error, request);
    case ErrorKind::Usage: // a source was removed, by another program
    case ErrorKind::NotFound:
        m_parts.sources.reload();
        if (request.isUnattended)
            return m_planner.postpone(request.names, m_wait, error.message);
        return m_planner.ended({});
    case ErrorKind::Cancelled:
        return m_planner.ended(sameOutcome(request.names, SyncOutcome::End::Cancelled));
    default:
        // Nothing was sent; but what is wrong with the workspace is not over at the next minute.
        return m_planner.ended(sameOutcome(request.names, SyncOutcome::End::Failure));
    }
}

void ScheduledSync::postpone(const Error &error, const SyncRequest &request)
{
    const bool isNews = std::exchange(m_waitsFor, error.message) != error.message;
    m_planner.postpone(request.names, m_wait, error.message);
    if (isNews && request.isUnattended)
        Q_EMIT waits(error.message);
}

} // namespace Trailglass

#include "moc_scheduledsync.cpp"
