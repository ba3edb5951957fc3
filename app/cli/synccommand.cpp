// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/approval.h"
#include "app/cli/commandrun.h"
#include "app/cli/commands.h"
#include "app/cli/reports.h"
#include "app/cli/terminalsecrets.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/workspace/syncrunner.h"

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

/// One `sync`; lives until the command is over.
class SyncRun : public CommandRun
{
public:
    SyncRun(Session &commandSession, CommandLine::Arguments arguments, SyncRequest request, Finish finish)
        : CommandRun(commandSession, std::move(finish))
        , m_arguments(std::move(arguments))
        , m_request(std::move(request))
        , m_runner(commandSession.workspace, m_secrets.places(), commandSession.clock)
    {
        connect(&m_runner, &SyncRunner::progress, this,
                [this](const SyncProgress &progress) { show(progress); });
        connect(&m_runner, &SyncRunner::sourceFinished, this, [this](const SyncReport &report) {
            if (session().json)
                printReportLine(session(), report);
        });
        connect(&m_runner, &SyncRunner::indexNotSaved, this,
                [this](const QString &warning) { session().console.tell(warning); });
        connect(&m_runner, &SyncRunner::finished, this,
                [this](const QList<SyncReport> &reports) { end(reports); });
        connect(&m_runner, &SyncRunner::approvalRequired, this,
                [this](const QList<ReferenceUse> &uses) { approve(uses); });
        connect(&m_runner, &SyncRunner::failed, this, [this](const Error &error) { fail(error); });
        connect(&commandSession.interrupt, &InterruptSignal::interrupted, &m_runner, &SyncRunner::cancel);
    }

    void start() { m_runner.start(m_request); }

private:
    void approve(const QList<ReferenceUse> &uses)
    {
        if (session().interrupt.wasInterrupted())
            return leave(ExitCode::Interrupted);
        const auto approved = approveIfTrusted(session(), m_arguments, uses);
        if (!approved)
            return fail(approved.error());
        start();
    }

    void show(const SyncProgress &progress)
    {
        const QString source = visibleText(progress.source);
        const QString received = QString::number(progress.received);
        const QString added = QString::number(progress.added);
        session().console.progress(
            progress.totalHint
                ? Trailglass::tr("%1: %2 of %3 events, %4 new · %5")
                      .arg(source, received, QString::number(*progress.totalHint), added, progress.activity)
                : Trailglass::tr("%1: %2 events, %3 new · %4")
                      .arg(source, received, added, progress.activity));
    }

    void end(const QList<SyncReport> &reports)
    {
        if (reports.isEmpty()) {
            session().console.tell(Trailglass::tr(
                "There are no sources to sync. Add one: trailglass-cli source add TYPE NAME …"));
        } else if (!session().json) {
            printReports(session(), reports);
        }
        leave(exitCodeOf(reports, FailedHalfway::IsFailed));
    }

    const CommandLine::Arguments m_arguments;
    const SyncRequest m_request;
    TerminalSecrets m_secrets;
    SyncRunner m_runner;
};

Result<SyncRequest> requestOf(const CommandLine::Arguments &arguments, UtcMicros now)
{
    SyncRequest request{.names = arguments.positional, .full = arguments.has(u"full"_s)};
    if (arguments.has(u"since"_s)) {
        TRY(request.since, parseSyncStart(arguments.value(u"since"_s), now));
    }
    return request;
}

void sync(Session &session, const CommandLine::Arguments &arguments, const Finish &finish)
{
    const auto request = requestOf(arguments, session.clock.now());
    if (!request)
        return finish(session.fail(request.error()));
    auto *run = new SyncRun(session, arguments, *request, finish); // deletes itself at its end
    run->start();
}

} // namespace

QList<Command> syncCommands()
{
    return {
        {{{u"sync"_s},
          u"[NAME]…"_s,
          tr("Fetches new events of all sources, or of the named ones."),
          {{u"full"_s, {}, tr("fetch everything again, back to the oldest stored event; deletes nothing")},
           {u"since"_s, u"TIME"_s, tr("start here (2026-11, -7d …) instead of where the last run ended")},
           trustOption()}},
         sync}};
}

} // namespace Trailglass
