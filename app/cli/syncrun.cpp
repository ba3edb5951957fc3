// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/syncrun.h"

#include "app/cli/approval.h"
#include "app/cli/archivepush.h"
#include "app/cli/checkpointoutput.h"
#include "app/cli/reports.h"
#include "app/cli/retentionnotice.h"

#include "models/config/syncsettings.h"
#include "models/core/countargument.h"
#include "models/core/result.h"
#include "models/core/text.h"

#include <QLocale>

#include <utility>

namespace Trailglass {

SyncRun::SyncRun(Session &commandSession, CommandLine::Arguments arguments, SyncRequest request,
                 Finish finish)
    : CommandRun(commandSession, std::move(finish))
    , m_arguments(std::move(arguments))
    , m_request(std::move(request))
    , m_runner(commandSession.workspace, m_secrets.places(), commandSession.clock)
    , m_pushes(commandSession.workspace, m_secrets.places().keychain, commandSession.clock)
{
    connect(&m_runner, &SyncRunner::progress, this, [this](const SyncProgress &progress) { show(progress); });
    connect(&m_runner, &SyncRunner::sourceFinished, this, [this](const SyncReport &report) {
        if (session().json)
            printReportLine(session(), report);
    });
    connect(&m_runner, &SyncRunner::indexNotSaved, this,
            [this](const QString &warning) { session().console.tell(warning); });
    connect(&m_runner, &SyncRunner::checkpointWritten, this,
            [this](const WrittenCheckpoint &written) { reportCheckpoint(session(), written); });
    connect(&m_runner, &SyncRunner::checkpointFailed, this,
            [this](const Error &error) { reportNoCheckpoint(session(), error); });
    m_runner.setCheckpoints(
        [](const QString &identity) { return SyncSettings::storedCheckpoints(identity); });
    connect(&m_runner, &SyncRunner::finished, this, [this](const QList<SyncReport> &reports) {
        print(reports);
        pushThenEnd(exitCodeOf(reports, FailedHalfway::IsFailed));
    });
    connect(&m_runner, &SyncRunner::approvalRequired, this,
            [this](const QList<ReferenceUse> &uses) { approve(uses); });
    connect(&m_runner, &SyncRunner::failed, this, [this](const Error &error) { failed(error); });
    connect(&commandSession.interrupt, &InterruptSignal::interrupted, &m_runner, &SyncRunner::cancel);
    connectPushes();
}

void SyncRun::connectPushes()
{
    connect(&m_pushes, &PushAfterSync::progress, this,
            [this](const QString &, qint64 done, qint64 all) { showPush(session(), done, all); });
    connect(&m_pushes, &PushAfterSync::pushed, this,
            [this](const QString &archive, const PushReport &report) {
                session().console.endProgress();
                reportPush(session(), archive, report);
            });
    connect(&m_pushes, &PushAfterSync::warned, this, [this](const QString &warning) {
        session().console.endProgress();
        session().console.tell(warning);
    });
    connect(&m_pushes, &PushAfterSync::finished, this, [this] {
        const QList<ExitCode> codes = std::exchange(m_codes, {});
        for (const ExitCode code : codes)
            ended(code);
    });
    connect(&session().interrupt, &InterruptSignal::interrupted, &m_pushes, &PushAfterSync::cancel);
}

/// While another sync is on, the push waits for its end.
void SyncRun::pushThenEnd(ExitCode code)
{
    if (m_runner.isRunning() || session().interrupt.wasInterrupted())
        return ended(code);
    m_codes.append(code);
    m_pushes.start();
}

void SyncRun::approve(const QList<ReferenceUse> &uses)
{
    if (session().interrupt.wasInterrupted())
        return leave(ExitCode::Interrupted);
    const auto approved = approveIfTrusted(session(), m_arguments, uses);
    if (!approved)
        return fail(approved.error());
    start();
}

void SyncRun::show(const SyncProgress &progress)
{
    const QString source = visibleText(progress.source);
    const QLocale locale;
    const QString received = locale.toString(progress.received);
    const QString added = locale.toString(progress.added);
    session().console.progress(
        progress.totalHint
            ? tr("%1: %2 of %3 event(s), %4 new · %5", nullptr, countArgument(*progress.totalHint))
                  .arg(source, received, locale.toString(*progress.totalHint), added, progress.activity)
            : tr("%1: %Ln event(s), %2 new · %3", nullptr, countArgument(progress.received))
                  .arg(source, added, progress.activity));
}

void SyncRun::print(const QList<SyncReport> &reports)
{
    if (reports.isEmpty()) {
        session().console.tell(
            tr("There are no sources to sync. Add one: trailglass-cli source add TYPE NAME …"));
    } else if (!session().json) {
        printReports(session(), reports);
    }
    QStringList names;
    for (const SyncReport &report : reports)
        names.append(report.source);
    if (!names.isEmpty())
        tellRetention(session(), names, ReportedRisks::OfLaterSyncs);
}

} // namespace Trailglass

#include "moc_syncrun.cpp"
