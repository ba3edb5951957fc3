// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/reportcontroller.h"

#include "models/config/settings.h"
#include "models/evidence/reporthtml.h"
#include "models/filter/filter.h"
#include "models/filter/filterstate.h"
#include "models/workspace/resultrunner.h"
#include "views/exporting/reportdialog.h"
#include "views/report/reportpdf.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>

namespace Trailglass {
namespace {

Result<QByteArray> htmlForm(const Report &report, const CancelToken &)
{
    return reportHtml(report);
}

} // namespace

ReportController::ReportController(const QString &workspace, const QString &author, const Parts &parts,
                                   QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_author(author)
    , m_runner(workspace)
{
    connect(&parts.results, &ResultRunner::finished, this,
            [this](const QueryResult &result) { m_review = result.context.review; });
    connect(parts.window.actions().writeReport, &QAction::triggered, this, &ReportController::openDialog);
    connect(&m_runner, &ReportRunner::written, this, &ReportController::showWritten);
    connect(&m_runner, &ReportRunner::failed, this, [this](const Error &error) {
        if (m_dialog)
            m_dialog->showFailure(error);
    });
}

void ReportController::openDialog()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new ReportDialog(m_parts.settings.exportFolder(), &m_parts.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ReportDialog::reportRequested, this, &ReportController::write);
    connect(m_dialog, &ReportDialog::cancelRequested, &m_runner, &ReportRunner::cancel);
    connect(m_dialog, &ReportDialog::openFolderRequested, this, [this](const QString &folder) {
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)) && m_dialog)
            m_dialog->showProblem(tr("No program opens the folder %1.").arg(folder));
    });
    m_dialog->open();
}

void ReportController::write(const ReportChoice &choice)
{
    ReportRequest request;
    request.expression = Filter::print(m_parts.filter.tree());
    request.context.now = m_parts.clock.now();
    request.context.displayZone = m_parts.settings.displayZone();
    request.context.review = m_review;
    request.title = choice.title;
    request.caseText = choice.caseText;
    request.note = choice.note;
    request.author = m_author;
    m_fileName = choice.fileName;
    m_runner.write(request, choice.isPdf ? ReportRunner::Form(reportPdf) : ReportRunner::Form(htmlForm),
                   choice.fileName, choice.bundleFile);
}

void ReportController::showWritten(const Report &report)
{
    m_parts.settings.setExportFolder(QFileInfo(m_fileName).path());
    const QLocale locale;
    const auto marked = static_cast<qint64>(report.marked.size()) + report.otherMarked;
    m_parts.window.tell(tr("Report written to %1.").arg(m_fileName));
    if (m_dialog) {
        m_dialog->showWritten(tr("Written: %1 (events: %2, marked: %3)")
                                  .arg(QFileInfo(m_fileName).fileName(), locale.toString(report.events),
                                       locale.toString(marked)));
    }
}

} // namespace Trailglass

#include "moc_reportcontroller.cpp"
