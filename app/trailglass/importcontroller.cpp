// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/importcontroller.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/workspace/sourceservice.h"
#include "models/workspace/sourcestatus.h"
#include "views/common/messagestrip.h"
#include "views/sources/importdialog.h"
#include "views/sources/sourcespane.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QLocale>

namespace Trailglass {

namespace {

using Status = SyncReport::Status;

/// Those that files can be imported into.
QList<SourceRow> openSources(const QList<SourceEntry> &entries)
{
    QList<SourceRow> rows;
    for (const SourceEntry &entry : entries) {
        if (!entry.record.removed)
            rows.append(sourceRow(entry));
    }
    return rows;
}

MessageStrip::Kind kindOf(const FileImport &import)
{
    if (import.report.status == Status::Failed)
        return MessageStrip::Kind::Error;
    const bool isWhole = import.report.status == Status::Ok && import.report.warnings.isEmpty()
        && import.indexWarning.isEmpty();
    return isWhole ? MessageStrip::Kind::Information : MessageStrip::Kind::Warning;
}

std::optional<double> partOf(const ImportProgress &progress)
{
    if (!progress.totalBytes || *progress.totalBytes <= 0)
        return {};
    return static_cast<double>(progress.bytes) / static_cast<double>(*progress.totalBytes);
}

} // namespace

QString importSentence(const FileImport &import)
{
    const SyncReport &report = import.report;
    const QLocale locale;
    const QString received = locale.toString(report.counts.received);
    const QString added = locale.toString(report.counts.added);
    const QString source = visibleText(report.source);
    QString text = report.status == Status::Cancelled
        ? tr("The import into “%1” was stopped. Events read: %2, new: %3.").arg(source, received, added)
        : tr("Imported into “%1”. Events read: %2, new: %3.").arg(source, received, added);
    if (report.status == Status::Failed) {
        text = report.error->message;
        if (report.counts.received > 0)
            text = inSequence(text, tr("Events read: %1, new: %2.").arg(received, added));
    }
    for (const QString &warning : report.warnings)
        text = inSequence(text, warning);
    return import.indexWarning.isEmpty() ? text : inSequence(text, import.indexWarning);
}

ImportController::ImportController(const QString &workspace, const Clock &clock, const Parts &parts,
                                   QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_importer(workspace, clock)
{
    QAction *action = parts.window.actions().importEvents;
    action->setEnabled(false);
    connect(action, &QAction::triggered, this, &ImportController::openDialog);
    connect(&parts.sources, &SourceService::listed, this, [action](const QList<SourceEntry> &entries) {
        action->setEnabled(!openSources(entries).isEmpty());
    });
    connect(&m_importer, &FileImporter::progress, this, &ImportController::showProgress);
    connect(&m_importer, &FileImporter::finished, this, &ImportController::showImported);
    connect(&m_importer, &FileImporter::failed, this, &ImportController::showFailure);
}

void ImportController::openDialog()
{
    if (m_dialog)
        return m_dialog->raise();
    if (m_importer.isRunning()) // of a dialog that was just closed, which has cancelled it
        return;
    m_dialog = new ImportDialog(openSources(m_parts.sources.entries()), m_parts.pane.currentSource(),
                                &m_parts.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ImportDialog::importRequested, &m_importer, &FileImporter::start);
    connect(m_dialog, &ImportDialog::cancelRequested, &m_importer, &FileImporter::cancel);
    m_dialog->open();
}

void ImportController::showProgress(const ImportProgress &progress)
{
    if (m_dialog)
        m_dialog->showProgress(progressText(progress), partOf(progress));
}

void ImportController::showImported(const FileImport &import)
{
    m_parts.sources.reload();
    const QString sentence = importSentence(import);
    if (!m_dialog || !m_dialog->isVisible())
        return m_parts.window.tell(sentence);
    m_dialog->showEnd();
    m_dialog->strip().show(kindOf(import), sentence);
}

void ImportController::showFailure(const Error &error)
{
    if (!m_dialog || !m_dialog->isVisible()) {
        if (error.kind != ErrorKind::Cancelled)
            m_parts.window.tell(error.message);
        return;
    }
    m_dialog->showEnd();
    if (error.kind != ErrorKind::Cancelled)
        m_dialog->strip().show(MessageStrip::Kind::Error, error.message);
}

} // namespace Trailglass

#include "moc_importcontroller.cpp"
