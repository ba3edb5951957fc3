// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/bundlesession.h"

#include "app/trailglass/signingaccess.h"
#include "models/config/settings.h"
#include "models/core/result.h"
#include "models/evidence/bundlemembers.h"
#include "models/evidence/reporthtml.h"
#include "models/filter/filter.h"
#include "models/workspace/reportcreator.h"
#include "models/workspace/signingkeys.h"
#include "views/exporting/exportdialog.h"
#include "views/report/reportpdf.h"

#include <QFileInfo>
#include <QPointer>

#include <utility>
#include <vector>

namespace Trailglass {

namespace {

/// \param isKeyLossTold  the dialog says already that the key ends with the program
ExportFigures figuresOfBundle(const EvidenceReport &report, bool isKeyLossTold)
{
    const ExportSummary &events = report.bundle.events;
    QStringList warnings = report.warnings;
    if (isKeyLossTold)
        warnings.removeAll(sessionKeyNotice(report.signer));
    ExportFigures figures{.rows = events.rows,
                          .columns = events.columns,
                          .neutralisedCells = events.neutralisedCells,
                          .missing = warnings.join(u' ')};
    for (const BundleManifest::Gap &gap : report.bundle.manifest.gaps) {
        if (gap.window.from && gap.window.to)
            figures.gaps.push_back({gap.source, *gap.window.from, *gap.window.to});
    }
    return figures;
}

Result<std::vector<BundleAttachment>> reportsOf(OpenWorkspace &workspace, ReportRequest request,
                                                const BundledState &state, const CancelToken &cancel)
{
    request.bundled = state;
    TRY(const auto report, createReport(workspace, request, cancel));
    TRY(const auto pdf, reportPdf(report, cancel));
    return std::vector{BundleAttachment{BundleMembers::ReportHtml, reportHtml(report)},
                       BundleAttachment{BundleMembers::ReportPdf, pdf}};
}

} // namespace

BundleSession::BundleSession(const Parts &parts, ExportSession::Rows rows, Question question,
                             ExportDialog &dialog)
    : QObject(&dialog)
    , m_parts(parts)
    , m_dialog(dialog)
    , m_rows(std::move(rows))
    , m_question(std::move(question))
{
    connect(&dialog, &ExportDialog::bundleChosen, this, &BundleSession::tellOfKey);
    connect(&dialog, &ExportDialog::exportRequested, this,
            [this](const ExportChoice &choice, const QString &fileName) {
                if (choice.format == ExportChoice::Format::Bundle)
                    begin(choice, fileName);
            });
    connect(&dialog, &ExportDialog::cancelRequested, &parts.runner, &EvidenceRunner::cancel);
    connect(&dialog, &ExportDialog::cancelRequested, &parts.signing, &SigningAccess::cancel);
    connect(&parts.runner, &EvidenceRunner::checked, this, &BundleSession::openKey);
    connect(&parts.runner, &EvidenceRunner::progress, &dialog, &ExportDialog::showProgress);
    connect(&parts.runner, &EvidenceRunner::verifying, &dialog, &ExportDialog::showActivity);
    connect(&parts.runner, &EvidenceRunner::written, this, &BundleSession::showWritten);
    connect(&parts.runner, &EvidenceRunner::failed, &dialog, &ExportDialog::showFailure);
}

void BundleSession::tellOfKey()
{
    m_parts.signing.foreseeKeyLoss([self = QPointer(this)](const QString &warning) {
        if (!self || warning.isEmpty())
            return;
        self->m_isKeyLossTold = true;
        self->m_dialog.showBundleWarning(warning);
    });
}

void BundleSession::begin(const ExportChoice &choice, const QString &fileName)
{
    m_choice = choice;
    m_fileName = fileName;
    m_parts.runner.check(choice.caseText, choice.note, fileName);
}

void BundleSession::openKey()
{
    m_parts.signing.openKey(&m_dialog, [self = QPointer(this)](const Result<TreeSigner> &signer) {
        if (!self || !self->m_dialog.isBusy())
            return;
        if (signer)
            self->write(*signer);
        else
            self->m_dialog.showFailure(signer.error());
    });
}

void BundleSession::write(const TreeSigner &signer)
{
    const EvidencePlan bundle = plan();
    m_parts.runner.write(bundle, m_fileName, signer, attachments(bundle));
}

EvidencePlan BundleSession::plan() const
{
    const bool isSelection = m_choice.rows == ExportChoice::Rows::Selection;
    return {.rows = isSelection ? m_rows.selection : m_rows.result,
            .query = m_rows.query,
            .typed = m_question.typed,
            .filter = m_question.filter,
            .order = m_question.order,
            .columns = m_choice.columns,
            .formulaGuard = m_choice.formulaGuard,
            .caseText = m_choice.caseText,
            .note = m_choice.note,
            .by = m_question.by,
            .verifiesWorkspace = m_choice.verifiesWorkspace};
}

EvidenceRunner::Attach BundleSession::attachments(const EvidencePlan &bundle) const
{
    if (!m_choice.hasReport)
        return {};
    ReportRequest request;
    request.expression = Filter::print(bundle.filter);
    request.caseText = bundle.caseText;
    request.note = bundle.note;
    request.author = bundle.by;
    return [request](OpenWorkspace &workspace, const BundledState &state, const CancelToken &cancel) {
        return reportsOf(workspace, request, state, cancel);
    };
}

void BundleSession::showWritten(const EvidenceReport &report)
{
    m_parts.settings.setExportFolder(QFileInfo(m_fileName).path());
    m_dialog.showWritten(figuresOfBundle(report, m_isKeyLossTold));
    Q_EMIT exported(m_fileName);
}

} // namespace Trailglass

#include "moc_bundlesession.cpp"
