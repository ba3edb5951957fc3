// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/synccontroller.h"

#include "app/trailglass/approvalprompt.h"
#include "app/trailglass/sourcemessages.h"
#include "app/trailglass/syncstart.h"
#include "models/core/translation.h"
#include "models/workspace/pushaftersync.h"
#include "models/workspace/scheduledsync.h"
#include "views/sources/sourcespane.h"

#include <QPointer>

#include <algorithm>

namespace Trailglass {

namespace {

bool hasFailed(const SyncReport &report)
{
    return report.status == SyncReport::Status::Failed;
}

bool wasCancelled(const SyncReport &report)
{
    return report.status == SyncReport::Status::Cancelled;
}

} // namespace

SyncController::SyncController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_zone(QTimeZone::utc())
{
    connectPane();
    connectRunner();
    connectPushes();
    connect(&parts.service, &SourceService::listed, this, [this] {
        m_isListed = true;
        if (m_parts.runner.isRunning()) // of sources that were not known when it began
            Q_EMIT canSyncChanged(canSync({}));
    });
    connect(&parts.service, &SourceService::failed, this, [this] { m_isListed = false; });
    connect(&parts.scheduled, &ScheduledSync::changed, this, &SyncController::activityChanged);
}

void SyncController::connectPane()
{
    const SourcesPane &pane = m_parts.pane;
    connect(&pane, &SourcesPane::syncRequested, this, &SyncController::syncSource);
    connect(&pane, &SourcesPane::fullSyncRequested, this, &SyncController::syncSourceFully);
    connect(&pane, &SourcesPane::syncFromRequested, this, &SyncController::syncSourceFrom);
    connect(&pane, &SourcesPane::syncAllRequested, this, &SyncController::syncAll);
    connect(&pane, &SourcesPane::cancelRequested, this, &SyncController::cancelSync);
    connect(this, &SyncController::canSyncChanged, &m_parts.pane, &SourcesPane::setCanSyncAll);
}

void SyncController::connectRunner()
{
    const SyncRunner &runner = m_parts.runner;
    connect(&runner, &SyncRunner::runningChanged, this, [this](bool running) {
        if (running) {
            m_parts.messages.hide(m_failure);
            m_parts.messages.hide(m_pushWarning);
        }
        showSyncing();
    });
    connect(&runner, &SyncRunner::begun, this, &SyncController::showSyncing);
    connect(&runner, &SyncRunner::progress, this, [this](const SyncProgress &progress) {
        m_activities[progress.source].progress = progress;
        Q_EMIT activityChanged();
    });
    connect(&runner, &SyncRunner::sourceFinished, this, [this](const SyncReport &report) {
        m_activities[report.source] = {.waiting = false, .progress = {}, .report = report};
        Q_EMIT canSyncChanged(canSync({}));
        m_parts.service.reload();
    });
    connect(&runner, &SyncRunner::finished, this, &SyncController::showFinished);
    connect(&runner, &SyncRunner::approvalRequired, this,
            [this](const QList<ReferenceUse> &uses, const SyncRequest &request) {
                showSyncing();
                // Meanwhile a scheduled sync may have begun.
                m_parts.approvals.ask(uses, [this, request] { begin(request); });
            });
    connect(&runner, &SyncRunner::failed, this, &SyncController::showFailed);
    connect(&runner, &SyncRunner::checkpointWritten, this, [this](const WrittenCheckpoint &written) {
        if (const QString warning = checkpointWarning(written); !warning.isEmpty())
            m_parts.messages.show(MessageStrip::Kind::Warning, warning);
    });
    connect(&runner, &SyncRunner::checkpointFailed, this, [this](const Error &error) {
        m_parts.messages.show(MessageStrip::Kind::Warning, noCheckpointWarning(error));
    });
}

/// After the last sync that is on; not where the user has cancelled.
void SyncController::connectPushes()
{
    connect(&m_parts.runner, &SyncRunner::finished, this,
            [this](const QList<SyncReport> &reports, const SyncRequest &request) {
                if (m_parts.runner.isRunning() || std::ranges::all_of(reports, wasCancelled))
                    return;
                m_parts.pushes.start(request.isUnattended ? Attendance::Unattended : Attendance::Attended);
            });
    connect(&m_parts.pushes, &PushAfterSync::warned, this, [this](const QString &warning) {
        m_pushWarning = m_parts.messages.show(MessageStrip::Kind::Warning, warning, tr("Pushes…"),
                                              [this] { Q_EMIT pushesRequested(); });
    });
}

SourceActivity SyncController::activity(const QString &source) const
{
    SourceActivity activity = m_activities.value(source);
    activity.plan = m_parts.scheduled.plan(source);
    return activity;
}

void SyncController::syncAll()
{
    const auto isActive = [](const SourceEntry &each) {
        return !each.record.removed;
    };
    if (m_isListed && !std::ranges::any_of(m_parts.service.entries(), isActive)) {
        m_parts.messages.show(MessageStrip::Kind::Information, tr("There is no source to sync."),
                              tr("Add a source…"), [this] { Q_EMIT addRequested(); });
        return;
    }
    start({});
}

void SyncController::syncSource(const QString &name)
{
    start({.names = {name}});
}

void SyncController::syncSourceFully(const QString &name)
{
    start({.names = {name}, .full = true});
}

void SyncController::syncSourceFrom(const QString &name)
{
    askSyncStart(m_parts.pane.window(), name, m_parts.clock, m_zone,
                 [self = QPointer(this), name](UtcMicros from) {
                     if (self)
                         self->start({.names = {name}, .since = from});
                 });
}

/// Whether one of these sources is not being synced.
/// \param sources  empty: all
bool SyncController::canSync(const QStringList &sources) const
{
    const SyncRunner &runner = m_parts.runner;
    if (!runner.isRunning())
        return true;
    if (!sources.isEmpty()) {
        return std::ranges::any_of(sources,
                                   [&runner](const QString &name) { return !runner.isSyncing(name); });
    }
    return std::ranges::any_of(m_parts.service.entries(), [&runner](const SourceEntry &each) {
        return !each.record.removed && !runner.isSyncing(each.record.name);
    });
}

void SyncController::start(const SyncRequest &request)
{
    if (canSync(request.names))
        begin(request);
}

void SyncController::begin(const SyncRequest &request)
{
    m_parts.messages.hide();
    m_parts.runner.start(request);
}

void SyncController::cancelSync()
{
    m_parts.runner.cancel();
}

/// Which sources are part of a sync.
void SyncController::showSyncing()
{
    for (const SourceEntry &each : m_parts.service.entries()) {
        SourceActivity &current = m_activities[each.record.name];
        current.waiting = m_parts.runner.isSyncing(each.record.name);
        if (!current.waiting)
            current.progress.reset();
    }
    m_parts.pane.setSyncing(m_parts.runner.isRunning());
    Q_EMIT activityChanged();
    Q_EMIT canSyncChanged(canSync({}));
}

/// The source strip says at any time which sources failed, so the reasons wait in the pane.
void SyncController::showFinished(const QList<SyncReport> &reports, const SyncRequest &request)
{
    showSyncing();
    m_parts.service.reload();
    const auto failures = static_cast<int>(std::ranges::count_if(reports, hasFailed));
    if (failures == 0)
        return;
    const auto first = std::ranges::find_if(reports, hasFailed);
    const QString name = first->source;
    if (!request.isUnattended) // nothing moves while somebody reads
        m_parts.pane.setCurrentSource(name);
    if (failures == 1 && first->error) {
        const QString planned = plannedText(m_parts.scheduled.plan(name), m_zone);
        const QString reason = tr("%1: %2").arg(name, first->error->message);
        m_failure = m_parts.messages.showInFirstPlace(
            MessageStrip::Kind::Error, planned.isEmpty() ? reason : inSequence(reason, planned), tr("Edit…"),
            [this, name] { Q_EMIT editRequested(name); });
        return;
    }
    m_failure = m_parts.messages.showInFirstPlace(
        MessageStrip::Kind::Error,
        tr("%Ln source(s) could not be synced. See their rows for details.", nullptr, failures));
}

void SyncController::showFailed(const Error &error, const SyncRequest &request)
{
    showSyncing();
    if (!request.isUnattended)
        m_parts.messages.showError(error, tr("Try again"), [this, request] { begin(request); });
    else if (error.kind != ErrorKind::Locked) // for which it only waits
        m_failure = m_parts.messages.show(MessageStrip::Kind::Error, error.message);
}

} // namespace Trailglass

#include "moc_synccontroller.cpp"
