// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/evidencecontroller.h"

#include "app/trailglass/evidencetext.h"
#include "app/trailglass/keytext.h"
#include "app/trailglass/signingaccess.h"
#include "models/config/settings.h"
#include "models/store/workspace.h"
#include "models/workspace/signingkeys.h"
#include "models/workspace/sourceschedules.h"
#include "models/workspace/synccheckpoints.h"
#include "models/workspace/workspaceverifier.h"
#include "models/workspace/workspacewatch.h"
#include "views/evidence/evidencedialog.h"
#include "views/evidence/evidencehistorydialog.h"
#include "views/evidence/verifydialog.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTimeZone>

#include <utility>

namespace Trailglass {

EvidenceController::EvidenceController(QString workspace, const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_workspace(std::move(workspace))
    , m_parts(parts)
    , m_keys(parts.signing)
{
    const WindowActions &actions = parts.window.actions();
    connect(actions.showEvidence, &QAction::triggered, this, &EvidenceController::openDialog);
    connect(actions.verifyWorkspace, &QAction::triggered, this, &EvidenceController::openVerification);
    connect(&parts.watch, &WorkspaceWatch::changed, this, &EvidenceController::readState);
    connect(&parts.schedules, &SourceSchedules::changed, this, &EvidenceController::showChoice);
    connect(&m_keys, &KeyController::changed, this, &EvidenceController::readState);
}

void EvidenceController::openDialog()
{
    if (m_dialog && m_dialog->isVisible()) {
        m_dialog->raise();
        return m_dialog->activateWindow();
    }
    m_key.reset();
    m_dialog = new EvidenceDialog(choiceOf(settingsHere()), QTimeZone(m_parts.settings.displayZone()),
                                  &m_parts.window);
    connectDialog();
    m_dialog->open();
    readState();
}

void EvidenceController::connectDialog()
{
    EvidenceDialog *dialog = m_dialog;
    m_keys.serve(dialog);
    connect(dialog, &EvidenceDialog::checkpointRequested, this, &EvidenceController::writeCheckpoint);
    connect(dialog, &EvidenceDialog::cancelRequested, &m_parts.signing, &SigningAccess::cancel);
    connect(&m_parts.signing, &SigningAccess::hashing, dialog, [dialog](qint64 rows, qint64 ofRows) {
        if (dialog->isBusy())
            dialog->showHashing(rows, ofRows);
    });
    connect(dialog, &EvidenceDialog::verifyRequested, this, &EvidenceController::openVerification);
    connect(dialog, &EvidenceDialog::historyRequested, this, &EvidenceController::openHistory);
    connect(dialog, &EvidenceDialog::copyKeyRequested, this, [this] {
        if (m_key)
            QGuiApplication::clipboard()->setText(verifierOf(*m_key).text());
    });
    connect(dialog, &EvidenceDialog::exportKeyRequested, this, &EvidenceController::exportKey);
    connect(dialog, &EvidenceDialog::choiceRequested, this, &EvidenceController::choose);
}

void EvidenceController::readState()
{
    if (!m_dialog)
        return;
    m_parts.evidence.read([this](const Result<EvidenceOverview> &overview) {
        if (!m_dialog)
            return;
        if (!overview)
            return m_dialog->showStateFailure(overview.error().message);
        const SigningKeyRecord *key = overview->signedHeads.present();
        m_key = key ? std::optional(*key) : std::nullopt;
        m_dialog->showState(stateOf(*overview));
    });
}

void EvidenceController::writeCheckpoint()
{
    const CheckpointUse use{.witnessFile = settingsHere().witnessFile};
    m_parts.signing.write(m_dialog, use, [this](const Result<WrittenCheckpoint> &written) {
        if (!m_dialog)
            return;
        m_dialog->endWork();
        if (written)
            showWritten(*written);
        else if (written.error().kind != ErrorKind::Cancelled)
            m_dialog->tell(MessageStrip::Kind::Error, written.error().message);
        readState();
    });
}

void EvidenceController::showWritten(const WrittenCheckpoint &written)
{
    const bool isDoubtful = written.witnessError.has_value() || !written.notices.isEmpty();
    m_dialog->tell(isDoubtful ? MessageStrip::Kind::Warning : MessageStrip::Kind::Information,
                   writtenText(written));
}

void EvidenceController::exportKey(const QString &fileName)
{
    if (!m_key)
        return;
    m_parts.evidence.write(fileName, publicKeyPem(m_key->key), [this, fileName](const Result<void> &done) {
        if (!m_dialog)
            return;
        if (done) {
            m_dialog->tell(MessageStrip::Kind::Information,
                           tr("The public key is in %1. Give it to those who verify.").arg(fileName));
        } else {
            m_dialog->tell(MessageStrip::Kind::Error, done.error().message);
        }
    });
}

void EvidenceController::choose(const CheckpointChoice &choice)
{
    const CheckpointSettings settings{.afterSync = choice.afterSync,
                                      .witnessFile = choice.witnessFile,
                                      .folder = WorkspacePaths::of(m_workspace).canonicalFolder()};
    if (settings.witnessFile.isEmpty() || settings.witnessFile == settingsHere().witnessFile)
        return m_parts.schedules.setCheckpoints(settings);
    m_parts.evidence.checkWitness(settings.witnessFile, [this, settings](const Result<void> &checked) {
        if (checked)
            m_parts.schedules.setCheckpoints(settings);
        else if (m_dialog)
            m_dialog->tell(MessageStrip::Kind::Error, checked.error().message);
        showChoice();
    });
}

void EvidenceController::showChoice()
{
    if (m_dialog)
        m_dialog->showChoice(choiceOf(settingsHere()));
}

CheckpointSettings EvidenceController::settingsHere() const
{
    return checkpointsIn(m_parts.schedules.checkpoints(), WorkspacePaths::of(m_workspace).canonicalFolder());
}

void EvidenceController::openHistory()
{
    m_parts.evidence.read([this](const Result<EvidenceOverview> &overview) {
        if (!m_dialog || !m_dialog->isVisible() || m_history)
            return;
        if (!overview)
            return m_dialog->tell(MessageStrip::Kind::Error, overview.error().message);
        const QTimeZone zone(m_parts.settings.displayZone());
        m_history = new EvidenceHistoryDialog(historyOf(overview->signedHeads, zone), m_dialog);
        m_history->open();
    });
}

void EvidenceController::openVerification()
{
    if (m_verification && m_verification->isVisible()) {
        m_verification->raise();
        return m_verification->activateWindow();
    }
    const bool isOver = m_dialog && m_dialog->isVisible();
    QWidget *parent = isOver ? static_cast<QWidget *>(m_dialog.data()) : &m_parts.window;
    m_verification = new VerifyDialog(m_parts.schedules.checkpoints().witnessFile, parent);
    connectVerification(m_verification);
    m_verification->open();
}

void EvidenceController::connectVerification(VerifyDialog *dialog)
{
    auto *verifier = new WorkspaceVerifier(m_workspace, dialog); // ends with the dialog
    connect(dialog, &VerifyDialog::verifyRequested, verifier,
            [verifier](const QString &witnessFile, bool isOfHashesOnly) {
                verifier->start(witnessFile,
                                isOfHashesOnly ? VerifiedParts::Hashes : VerifiedParts::HashesAndFields);
            });
    connect(dialog, &VerifyDialog::cancelRequested, verifier, &WorkspaceVerifier::cancel);
    connect(verifier, &WorkspaceVerifier::progress, dialog, &VerifyDialog::showProgress);
    connect(verifier, &WorkspaceVerifier::finished, dialog,
            [dialog](const WorkspaceVerdict &verdict) { dialog->showVerdict(shownVerdict(verdict)); });
    connect(verifier, &WorkspaceVerifier::failed, dialog, [dialog](const Error &error) {
        dialog->showFailure(error.kind == ErrorKind::Cancelled
                                ? tr("Stopped. The workspace was not verified.")
                                : error.message);
    });
    connect(dialog, &VerifyDialog::saveRequested, this, [this](const QString &text, const QString &fileName) {
        m_parts.evidence.write(fileName, text.toUtf8(), [this, fileName](const Result<void> &done) {
            if (!m_verification)
                return;
            if (done)
                m_verification->showSaved(fileName);
            else
                m_verification->showSaveFailure(done.error().message);
        });
    });
}

} // namespace Trailglass

#include "moc_evidencecontroller.cpp"
