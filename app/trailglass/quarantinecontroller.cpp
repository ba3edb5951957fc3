// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/quarantinecontroller.h"

#include "models/config/settings.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/workspace/quarantinelister.h"
#include "models/workspace/sourceservice.h"
#include "views/common/messagestrip.h"
#include "views/sources/quarantinedialog.h"
#include "views/sources/sourcepopover.h"
#include "views/sources/sourcespane.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QLocale>

#include <algorithm>

namespace Trailglass {

namespace {

MessageStrip::Kind kindOf(const QuarantineRetryReport &report)
{
    const bool leavesRows = std::ranges::any_of(report.sources, [](const QuarantineRetry &retry) {
        return retry.error || retry.unreadable + retry.conflict > 0;
    });
    return leavesRows || !report.indexWarning.isEmpty() ? MessageStrip::Kind::Warning
                                                        : MessageStrip::Kind::Information;
}

void append(QString &text, const QString &sentence)
{
    text = text.isEmpty() ? sentence : inSequence(text, sentence);
}

} // namespace

QString retryText(const QuarantineRetryReport &report)
{
    QString text;
    for (const QuarantineRetry &retry : report.sources) {
        const QStringList sentences = retry.sentences();
        for (const QString &sentence : sentences) {
            append(text,
                   report.sources.size() > 1 ? tr("%1: %2").arg(visibleText(retry.source), sentence)
                                             : sentence);
        }
    }
    if (report.sources.empty())
        append(text, tr("No rows are quarantined."));
    if (!report.indexWarning.isEmpty())
        append(text, report.indexWarning);
    return text;
}

QuarantineController::QuarantineController(QString workspace, const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_workspace(std::move(workspace))
    , m_parts(parts)
{
    connect(parts.window.actions().showQuarantine, &QAction::triggered, this, [this] { showDialog({}); });
    connect(&parts.pane, &SourcesPane::quarantineRequested, this, &QuarantineController::showDialog);
    connect(&parts.popover, &SourcePopover::quarantineRequested, this, &QuarantineController::showDialog);
}

void QuarantineController::showDialog(const QString &source)
{
    if (m_dialog)
        return m_dialog->activateWindow();
    QStringList names;
    for (const SourceEntry &entry : m_parts.sources.entries())
        names += entry.record.name;
    m_dialog =
        new QuarantineDialog(names, source, QTimeZone(m_parts.settings.displayZone()), &m_parts.window);
    // They end with the dialog.
    connectLister(m_dialog, new QuarantineLister(m_workspace, m_dialog));
    connectRunner(m_dialog, new QuarantineRunner(m_workspace, m_parts.clock, m_dialog));
    m_dialog->open();
}

void QuarantineController::connectLister(QuarantineDialog *dialog, QuarantineLister *lister)
{
    connect(dialog, &QuarantineDialog::listRequested, lister, &QuarantineLister::list);
    connect(dialog, &QuarantineDialog::moreRequested, lister, &QuarantineLister::listMore);
    connect(dialog, &QuarantineDialog::contentRequested, lister, &QuarantineLister::read);
    connect(lister, &QuarantineLister::listed, dialog, &QuarantineDialog::showRows);
    connect(lister, &QuarantineLister::contentRead, dialog, &QuarantineDialog::showContent);
    connect(lister, &QuarantineLister::listFailed, dialog,
            [dialog](const Error &error) { dialog->showListFailure(error.message); });
    connect(lister, &QuarantineLister::readFailed, dialog, [dialog](const Error &error) {
        if (error.kind != ErrorKind::Cancelled)
            dialog->strip().show(MessageStrip::Kind::Error, error.message);
    });
}

void QuarantineController::connectRunner(QuarantineDialog *dialog, QuarantineRunner *runner)
{
    connect(dialog, &QuarantineDialog::retryRequested, runner, &QuarantineRunner::retry);
    connect(dialog, &QuarantineDialog::exportRequested, runner, &QuarantineRunner::exportRows);
    connect(dialog, &QuarantineDialog::cancelRequested, runner, &QuarantineRunner::cancel);
    connect(runner, &QuarantineRunner::progress, dialog, &QuarantineDialog::showProgress);
    connect(runner, &QuarantineRunner::retried, dialog, [this, dialog](const QuarantineRetryReport &report) {
        dialog->endWork();
        dialog->reload();
        dialog->strip().show(kindOf(report), retryText(report));
        m_parts.sources.reload();
    });
    connect(runner, &QuarantineRunner::exported, dialog, [dialog](qint64 rows) {
        dialog->endWork();
        dialog->strip().show(MessageStrip::Kind::Information,
                             tr("Rows written: %1.").arg(QLocale().toString(rows)));
    });
    connect(runner, &QuarantineRunner::failed, dialog, [dialog](const Error &error) {
        dialog->endWork();
        if (error.kind != ErrorKind::Cancelled)
            dialog->strip().show(MessageStrip::Kind::Error, error.message);
    });
}

} // namespace Trailglass

#include "moc_quarantinecontroller.cpp"
