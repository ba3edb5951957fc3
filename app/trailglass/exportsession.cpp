// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/exportsession.h"

#include "models/config/settings.h"
#include "views/exporting/exportdialog.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace Trailglass {
namespace {

ExportFigures figuresOf(const ExportReport &report)
{
    ExportFigures figures{.rows = report.summary.rows,
                          .columns = report.summary.columns,
                          .neutralisedCells = report.summary.neutralisedCells,
                          .missing = report.missing,
                          .limits = report.summary.overflow.warnings()};
    if (!report.unknownGaps.isEmpty())
        figures.missing = QStringList{report.missing, report.unknownGaps}.join(u' ').trimmed();
    for (const CoverageGap &gap : report.gaps)
        figures.gaps.push_back({gap.source, *gap.window.from, *gap.window.to});
    return figures;
}

} // namespace

ExportSession::ExportSession(EventExporter &exporter, Settings &settings, Rows rows, ExportDialog &dialog)
    : QObject(&dialog)
    , m_exporter(exporter)
    , m_rows(std::move(rows))
{
    connect(&dialog, &ExportDialog::surveyRequested, this,
            [this](const ExportChoice &choice) { m_exporter.survey(plan(choice)); });
    connect(&dialog, &ExportDialog::exportRequested, this,
            [this](const ExportChoice &choice, const QString &fileName) {
                if (choice.format == ExportChoice::Format::Bundle)
                    return; // BundleSession
                m_fileName = fileName;
                m_choice = choice;
                m_exporter.write(plan(choice), fileName);
            });
    connect(&dialog, &ExportDialog::cancelRequested, &exporter, &EventExporter::cancel);
    connect(&exporter, &EventExporter::progress, &dialog, &ExportDialog::showProgress);
    connect(&exporter, &EventExporter::surveyed, &dialog,
            [&dialog](const ExportReport &report) { dialog.showSurvey(figuresOf(report)); });
    connect(&exporter, &EventExporter::written, this, [this, &settings, &dialog](const ExportReport &report) {
        settings.setExportFolder(QFileInfo(m_fileName).path());
        // Not whether formulas are escaped: that is never off unless somebody turns it off.
        if (m_choice.format == ExportChoice::Format::Csv)
            settings.setExportsByteOrderMark(m_choice.byteOrderMark);
        dialog.showWritten(figuresOf(report));
        Q_EMIT exported(m_fileName);
    });
    connect(&exporter, &EventExporter::failed, &dialog, &ExportDialog::showFailure);
    connect(&dialog, &ExportDialog::openFolderRequested, this, [&dialog](const QString &folder) {
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
            dialog.showProblem(tr("No program opens the folder %1.").arg(folder));
    });
}

ExportPlan ExportSession::plan(const ExportChoice &choice) const
{
    return {.rows = choice.rows == ExportChoice::Rows::Selection ? m_rows.selection : m_rows.result,
            .query = m_rows.query,
            .format =
                choice.format == ExportChoice::Format::Ndjson ? ExportFormat::Ndjson : ExportFormat::Csv,
            .columns = choice.columns,
            .formulaGuard = choice.formulaGuard,
            .byteOrderMark = choice.byteOrderMark};
}

} // namespace Trailglass

#include "moc_exportsession.cpp"
