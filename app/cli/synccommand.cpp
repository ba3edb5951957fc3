// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/approval.h"
#include "app/cli/commands.h"
#include "app/cli/indexsaving.h"
#include "app/cli/reports.h"
#include "app/cli/sourcechoice.h"
#include "app/cli/terminalsecrets.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/timetext.h"
#include "models/filter/timewindows.h"
#include "models/filter/zonecalendar.h"
#include "models/store/storethread.h"
#include "models/store/workspace.h"
#include "models/sync/httpclient.h"
#include "models/sync/syncengine.h"
#include "models/sync/timerscheduler.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

/// `--since`: a time as the filter language takes it, its first moment in UTC.
Result<std::optional<UtcMicros>> sinceOf(const CommandLine::Arguments &arguments, UtcMicros now)
{
    if (!arguments.has(u"since"_s))
        return std::optional<UtcMicros>();
    const QString text = arguments.value(u"since"_s);
    TRY(const auto calendar, Filter::ZoneCalendar::open(QByteArrayLiteral("UTC")));
    const auto parsed = Filter::parseTimeValue(toUtf8(text));
    if (const auto *time = std::get_if<Filter::TimeValue>(&parsed)) {
        TRY(const auto windows,
            Filter::resolveTime(Filter::Comparison::GreaterOrEqual, *time, now, calendar));
        return windows.front().from;
    }
    return Error{ErrorKind::Usage,
                 tr("--since takes a time such as 2026-11, 2026-11-01, 2026-11-01T08:00:00Z or -7d, not "
                    "\"%1\".")
                     .arg(visibleText(text))};
}

QList<SourceRecord> sourcesOf(const QList<SyncJob> &jobs)
{
    QList<SourceRecord> sources;
    for (const SyncJob &job : jobs)
        sources.append(job.source);
    return sources;
}

/// One `sync`: looks up the secrets, then drives the engine; lives until the command is over.
class SyncRun : public QObject
{
public:
    SyncRun(Session &session, std::unique_ptr<WorkspaceLock> lock, std::unique_ptr<StoreThread> store,
            Finish finish)
        : m_session(session)
        , m_finish(std::move(finish))
        , m_lock(std::move(lock))
        , m_store(std::move(store))
        , m_http(m_scheduler)
        , m_engine({m_http, *m_store, m_scheduler, session.clock, systemRandom()})
    {
        connect(&m_engine, &SyncEngine::progress, this,
                [this](const SyncProgress &progress) { show(progress); });
        connect(&m_engine, &SyncEngine::sourceFinished, this, [this](const SyncReport &report) {
            if (m_session.json)
                printReportLine(m_session, report);
        });
        connect(&m_engine, &SyncEngine::finished, this,
                [this](const QList<SyncReport> &reports) { end(reports); });
        connect(&session.interrupt, &InterruptSignal::interrupted, this, [this] { interrupt(); });
    }

    void start(const QString &identity, QList<SyncJob> jobs)
    {
        m_jobs = std::move(jobs);
        const auto sources = sourcesOf(m_jobs);
        m_secrets.lookup().read(identity, sources, [this](const std::vector<Result<BoundSecrets>> &secrets) {
            if (m_session.interrupt.wasInterrupted())
                return leave(ExitCode::Interrupted);
            for (qsizetype i = 0; i < m_jobs.size(); ++i)
                m_jobs[i].secrets = secrets[static_cast<std::size_t>(i)];
            m_engine.start(m_jobs);
        });
    }

private:
    void show(const SyncProgress &progress)
    {
        const QString total =
            progress.totalHint ? Trailglass::tr(" of %1").arg(*progress.totalHint) : QString();
        m_session.console.progress(Trailglass::tr("%1: %2%3 events, %4 new · %5")
                                       .arg(visibleText(progress.source))
                                       .arg(progress.received)
                                       .arg(total)
                                       .arg(progress.added)
                                       .arg(progress.activity));
    }

    void interrupt()
    {
        if (m_engine.isRunning())
            m_engine.cancel();
        else
            leave(ExitCode::Interrupted); // the keychain may be waiting for a person; nothing has begun
    }

    void end(const QList<SyncReport> &reports)
    {
        if (!m_session.json)
            printReports(m_session, reports);
        saveIndexOf(m_session);
        leave(exitCodeOf(reports, FailedHalfway::IsFailed));
    }

    void leave(ExitCode code)
    {
        if (const Finish finish = std::exchange(m_finish, {})) {
            deleteLater();
            finish(code);
        }
    }

    Session &m_session;
    Finish m_finish;
    std::unique_ptr<WorkspaceLock> m_lock;
    std::unique_ptr<StoreThread> m_store;
    TimerScheduler m_scheduler;
    HttpClient m_http;
    SyncEngine m_engine;
    TerminalSecrets m_secrets;
    QList<SyncJob> m_jobs;
};

Result<QList<SyncJob>> jobsOf(const EventReader &reader, const CommandLine::Arguments &arguments,
                              UtcMicros now)
{
    TRY(const auto since, sinceOf(arguments, now));
    TRY(const auto sources, activeSources(reader, arguments.positional));
    QList<SyncJob> jobs;
    for (const SourceRecord &source : sources) {
        TRY(auto state, reader.sourceState(source.id));
        jobs.append({source, BoundSecrets(), std::move(state), arguments.has(u"full"_s), since});
    }
    return jobs;
}

void sync(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    if (const auto existing = EventReader::open(session.workspace); !existing)
        return finish(session.fail(existing.error()));
    auto lock = WorkspaceLock::acquire(WorkspacePaths::of(session.workspace), u"sync"_s);
    if (!lock)
        return finish(session.fail(lock.error()));
    auto store = StoreThread::open(session.workspace);
    if (!store)
        return finish(session.fail(store.error()));
    // Only now: a checkpoint read before the lock was held may be another run's past.
    const auto reader = EventReader::open(session.workspace);
    if (!reader)
        return finish(session.fail(reader.error()));
    auto jobs = jobsOf(**reader, arguments, session.clock.now());
    if (!jobs)
        return finish(session.fail(jobs.error()));
    if (jobs->isEmpty()) {
        session.console.tell(
            tr("There are no connections to sync. Add one: trailglass-cli source add TYPE NAME …"));
        return finish(ExitCode::Done);
    }
    const auto identity = (*reader)->identity();
    if (!identity)
        return finish(session.fail(identity.error()));
    if (const auto approved = requireApproval(session, arguments, *identity, sourcesOf(*jobs)); !approved)
        return finish(session.fail(approved.error()));
    auto *run =
        new SyncRun(session, std::move(*lock), std::move(*store), finish); // deletes itself at its end
    run->start(*identity, std::move(*jobs));
}

} // namespace

QList<Command> syncCommands()
{
    return {{{{u"sync"_s},
              u"[NAME]…"_s,
              tr("Brings connections up to date, all or the named ones."),
              {{u"full"_s, {}, tr("read everything again, back to the oldest event stored; deletes nothing")},
               {u"since"_s, u"TIME"_s,
                tr("read from here (2026-11, -7d …) instead of from where the last run ended")},
               trustOption()}},
             sync}};
}

} // namespace Trailglass
