// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/keycontroller.h"
#include "models/config/checkpointsettings.h"
#include "models/workspace/evidenceservice.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace Trailglass {

class EvidenceDialog;
class EvidenceHistoryDialog;
class MainWindow;
class Settings;
class SigningAccess;
class SourceSchedules;
class VerifyDialog;
class WorkspaceWatch;
struct CheckpointChoice;
struct WrittenCheckpoint;

/// Opens the dialog about the tree, the checkpoints and the key of the workspace, and the one that verifies it.
/// \thread GUI
class EvidenceController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        EvidenceService &evidence;
        SigningAccess &signing;
        SourceSchedules &schedules; ///< keeps what is set for checkpoints
        WorkspaceWatch &watch;
        Settings &settings;
        MainWindow &window;
    };
    /// All parts outlive the controller.
    EvidenceController(QString workspace, const Parts &parts, QObject *parent = nullptr);

private:
    void openDialog();
    void connectDialog();
    void readState();
    void writeCheckpoint();
    void showWritten(const WrittenCheckpoint &written);
    void exportKey(const QString &fileName);
    void choose(const CheckpointChoice &choice);
    void showChoice();
    /// What is set for checkpoints; nothing where that was for a workspace in another folder.
    [[nodiscard]] CheckpointSettings settingsHere() const;
    void openHistory();
    void openVerification();
    void connectVerification(VerifyDialog *dialog);

    const QString m_workspace;
    Parts m_parts;
    KeyController m_keys;
    QPointer<EvidenceDialog> m_dialog; ///< while it is open
    QPointer<EvidenceHistoryDialog> m_history; ///< while it is open
    QPointer<VerifyDialog> m_verification; ///< while it is open
    std::optional<SigningKeyRecord> m_key; ///< the one that the dialog shows
};

} // namespace Trailglass
