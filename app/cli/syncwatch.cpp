// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/syncwatch.h"

#include "models/table/timeformatter.h"

#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace Trailglass {

SyncWatch::SyncWatch(Session &commandSession, CommandLine::Arguments arguments, SyncRequest request,
                     std::chrono::minutes interval, Finish finish)
    : SyncRun(commandSession, std::move(arguments), std::move(request), std::move(finish))
    , m_interval(interval)
    , m_sources(commandSession.workspace, places(), commandSession.clock)
    , m_scheduled(
          {m_sources, runner(), m_scheduler, commandSession.clock, systemRandom()},
          [this](const QString &source) { return scheduleOf(source); }, interval)
{
    connect(&m_sources, &SourceService::listed, this, &SyncWatch::listed);
    connect(&m_sources, &SourceService::failed, this, &SyncWatch::listed); // the sync says why
    connect(&commandSession.interrupt, &InterruptSignal::interrupted, this, &SyncWatch::interrupted);
}

SyncSchedule SyncWatch::scheduleOf(const QString &source) const
{
    const bool isWatched = request().names.isEmpty() || request().names.contains(source);
    return {.everyMinutes = isWatched ? static_cast<int>(m_interval.count()) : 0};
}

void SyncWatch::ended(ExitCode code)
{
    if (session().console.outputError() != 0)
        return leave(code);
    if (session().interrupt.wasInterrupted()) {
        m_wasStopped = m_wasStopped || code == ExitCode::Interrupted;
        if (runner().isRunning())
            return; // another one is being cancelled
        if (!m_wasStopped) // the signal came when the sync was complete
            session().interrupt.setExpected();
        return leave(m_wasStopped ? ExitCode::Interrupted : ExitCode::Done);
    }
    m_exitCode = ExitCode::Done;
    wait();
}

void SyncWatch::failed(const Error &error)
{
    const ExitCode code = session().fail(error);
    const bool canWait = m_isWatching || error.kind == ErrorKind::Locked;
    if (!canWait || code == ExitCode::Interrupted)
        return leave(code);
    if (!m_isWatching)
        m_exitCode = code; // until there is a sync
    wait();
}

/// For what is due next. There may be other sources by now.
void SyncWatch::wait()
{
    if (!std::exchange(m_isWatching, true))
        m_scheduled.start();
    m_sources.reload();
}

/// The sources are known, or as they were known last.
void SyncWatch::listed()
{
    if (!std::exchange(m_hasStarted, true))
        return start();
    const auto isWatched = [this](const SourceEntry &entry) {
        return !entry.record.removed && !scheduleOf(entry.record.name).isByHand();
    };
    if (std::ranges::any_of(m_sources.entries(), isWatched)) {
        m_hadSources = true;
        return tellNext();
    }
    if (runner().isRunning())
        return; // of a source that has gone; at its end they are listed again
    if (m_hadSources) // else the first sync has said so
        session().console.tell(tr("There are no sources left to sync."));
    leave(m_exitCode);
}

/// On a terminal.
void SyncWatch::tellNext()
{
    if (runner().isRunning())
        return;
    std::optional<UtcMicros> next;
    for (const SourceEntry &entry : m_sources.entries()) {
        const std::optional<UtcMicros> time = m_scheduled.plan(entry.record.name).next;
        if (time && (!next || *time < *next))
            next = time;
    }
    if (next)
        session().console.progress(
            tr("Next sync: %1. Press Ctrl+C to end.").arg(exactTime(*next, QTimeZone::utc())));
}

void SyncWatch::interrupted()
{
    if (runner().isRunning())
        return; // it is being cancelled, and its reports end the command
    if (m_isWatching)
        session().interrupt.setExpected();
    leave(m_isWatching ? ExitCode::Done : ExitCode::Interrupted);
}

} // namespace Trailglass

#include "moc_syncwatch.cpp"
