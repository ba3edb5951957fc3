// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/pushcontroller.h"

#include "app/trailglass/archiveinput.h"
#include "models/archive/archiveplace.h"
#include "models/config/settings.h"
#include "models/core/clock.h"
#include "models/core/countargument.h"
#include "models/workspace/pushaftersync.h"
#include "models/workspace/pushtargets.h"
#include "models/workspace/pushtargetservice.h"
#include "views/common/messagestrip.h"
#include "views/sources/archivedialog.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <optional>
#include <utility>

namespace Trailglass {

namespace {

/// Of an archive as people know it.
QString archiveName(const QString &archive)
{
    const auto place = ArchivePlace::parse(archive);
    return place ? place->name() : archive;
}

} // namespace

PushController::PushController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(parts.window.actions().pushAfterSync, &QAction::triggered, this, &PushController::openDialog);
    connectPushes();
    connect(&parts.targets, &PushTargetService::progress, this, [this](qint64 done, qint64 all) {
        if (m_entry) {
            const QLocale locale;
            m_entry->showWork(tr("%1 of %2 row(s) pushed", nullptr, countArgument(all))
                                  .arg(locale.toString(done), locale.toString(all)));
        }
    });
}

void PushController::connectPushes()
{
    const PushAfterSync &pushes = m_parts.pushes;
    connect(&pushes, &PushAfterSync::progress, this, [this](const QString &archive, qint64 done, qint64 all) {
        if (!m_dialog)
            return;
        const QLocale locale;
        const auto part =
            all > 0 ? std::optional(static_cast<double>(done) / static_cast<double>(all)) : std::nullopt;
        m_dialog->showPush(tr("%1: %2 of %3 row(s) pushed", "archive, numbers", countArgument(all))
                               .arg(archiveName(archive), locale.toString(done), locale.toString(all)),
                           part);
    });
    connect(&pushes, &PushAfterSync::pushed, this, [this](const QString &archive, const PushReport &report) {
        note(archive, {.at = m_parts.clock.now(), .report = report});
    });
    connect(&pushes, &PushAfterSync::failed, this, [this](const QString &archive, const Error &error) {
        note(archive, {.at = m_parts.clock.now(), .fault = error.message});
    });
    connect(&pushes, &PushAfterSync::finished, this, [this] {
        if (m_dialog)
            m_dialog->endPush();
    });
}

void PushController::openDialog()
{
    if (m_dialog && m_dialog->isVisible()) {
        m_dialog->raise();
        return m_dialog->activateWindow();
    }
    m_dialog = new PushDialog(&m_parts.window);
    connect(m_dialog, &PushDialog::addRequested, this, &PushController::openEntry);
    connect(m_dialog, &PushDialog::removeRequested, this, &PushController::remove);
    connect(m_dialog, &PushDialog::manageRequested, this, &PushController::manage);
    connect(m_dialog, &PushDialog::cancelRequested, &m_parts.pushes, &PushAfterSync::cancel);
    connect(m_dialog, &PushDialog::pushRequested, this, [this] {
        m_dialog->showPush(tr("Pushing the workspace into its archives…"));
        m_parts.pushes.start();
    });
    m_isListed = false;
    m_dialog->open();
    if (m_parts.pushes.isRunning())
        m_dialog->showPush(tr("Pushing the workspace into its archives…"));
    list();
}

void PushController::list()
{
    m_parts.targets.list([this](const Result<PushTargetList> &list) { showList(list); });
}

void PushController::showList(const Result<PushTargetList> &list)
{
    if (!m_dialog)
        return;
    if (!list)
        return m_dialog->showFailure(list.error().message);
    m_targets = list->targets;
    m_isListed = true;
    if (!list->notice.isEmpty())
        m_dialog->strip().show(MessageStrip::Kind::Warning, list->notice);
    for (const PushTarget &target : std::as_const(m_targets))
        ask(target);
    showRows();
}

/// Another program may have pushed; what a push of this window has said is newer.
void PushController::ask(const PushTarget &target)
{
    LastPush &last = m_last[target.archive];
    const bool isOfThisWindow = last.report || (last.at && !last.fault.isEmpty());
    if (isOfThisWindow)
        return;
    last = {.isAsked = true};
    m_parts.targets.lastPush(target,
                             [this, archive = target.archive](const Result<std::optional<UtcMicros>> &time) {
                                 if (!m_last.value(archive).isAsked)
                                     return; // it was pushed meanwhile
                                 if (!time && time.error().kind == ErrorKind::Cancelled)
                                     return; // it is asked again with the next list
                                 if (time)
                                     note(archive, {.at = *time});
                                 else
                                     note(archive, {.fault = time.error().message});
                             });
}

void PushController::note(const QString &archive, const LastPush &last)
{
    m_last.insert(archive, last);
    showRows();
}

void PushController::showRows()
{
    if (!m_dialog || !m_isListed)
        return;
    const QTimeZone zone(m_parts.settings.displayZone());
    QList<PushRow> rows;
    for (const PushTarget &target : std::as_const(m_targets))
        rows.append(pushRow(target.archive, m_last.value(target.archive), zone));
    m_dialog->setRows(rows);
}

void PushController::openEntry()
{
    if (m_entry && m_entry->isVisible())
        return m_entry->raise();
    m_entry = new ArchiveDialog({}, {}, archiveAddressText, m_dialog, ArchiveDialog::Purpose::Push);
    m_entry->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_entry, &ArchiveDialog::openRequested, this, &PushController::add);
    connect(m_entry, &QDialog::rejected, this, [this] { m_parts.targets.cancelAdd(); });
    m_entry->open();
}

void PushController::add(const EnteredArchive &entered)
{
    const auto place = ArchivePlace::parse(entered.address);
    if (!place)
        return m_entry->showProblem(place.error().message);
    m_entry->showWork(tr("Connecting to the archive…"));
    m_parts.targets.add(*place, keyInputOf(entered),
                        [this, entry = m_entry, archive = place->text()](const Result<PushReport> &report) {
                            endAdd(entry, archive, report);
                        });
}

void PushController::endAdd(ArchiveDialog *entry, const QString &archive, const Result<PushReport> &report)
{
    list();
    if (!report) {
        if (entry && report.error().kind != ErrorKind::Cancelled)
            entry->showProblem(report.error().message);
        return;
    }
    m_last.insert(archive, {.at = m_parts.clock.now(), .report = *report});
    if (entry)
        entry->accept();
    if (m_dialog) {
        m_dialog->strip().show(
            MessageStrip::Kind::Information,
            tr("From now on this workspace is pushed into %1 after each sync.").arg(archiveName(archive)));
    }
}

void PushController::remove(const QString &archive)
{
    m_parts.targets.remove(archive, [this, archive](const Result<bool> &wasThere) {
        list();
        if (!m_dialog)
            return;
        if (!wasThere)
            return m_dialog->strip().show(MessageStrip::Kind::Error, wasThere.error().message);
        m_dialog->strip().show(
            MessageStrip::Kind::Information,
            tr("This workspace is no longer pushed into %1 after syncs.").arg(archiveName(archive)));
    });
}

void PushController::manage(const QString &archive)
{
    const QList<PushTarget> &targets = m_targets;
    const auto target = std::ranges::find(targets, archive, &PushTarget::archive);
    std::optional<SecretReference> key;
    if (target != targets.end()) {
        const auto reference = keyReferenceOf(*target);
        if (reference) // else the settings were edited by hand, and the user names it
            key = *reference;
    }
    Q_EMIT manageRequested(archive, key, m_dialog.data());
}

} // namespace Trailglass

#include "moc_pushcontroller.cpp"
