// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/common/messagestrip.h"
#include "views/evidence/evidencestate.h"

#include <QDialog>
#include <QTimeZone>

class QCheckBox;
class QLabel;
class QPushButton;

namespace Trailglass {

class ElidedLabel;
class KeyActions;
class ProgressRow;

/// The hash tree of a workspace, its last checkpoint, the key that signs, and when and where checkpoints are written.
///
/// Shows values and emits requests: each checkpointRequested() and rotationRequested() ends with a call of endWork(). What is
/// set is requested at once. Closing cancels. Deletes itself when closed.
/// \thread GUI
class EvidenceDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param zone  of the times shown
    EvidenceDialog(const CheckpointChoice &choice, const QTimeZone &zone, QWidget *parent);

    [[nodiscard]] bool isBusy() const { return m_isBusy; }

    /// Says it is reading until the first state.
    void showState(const EvidenceState &state);
    /// Nothing can be read, and \a sentence says why.
    void showStateFailure(const QString &sentence);
    /// What was stored before there was a tree is being hashed, which a checkpoint needs.
    /// \param rows  done so far
    void showHashing(qint64 rows, qint64 ofRows);
    /// A checkpoint is written, or not; the key is changed, or not.
    void endWork();
    /// What can be set is this now: a choice that was refused goes back.
    void showChoice(const CheckpointChoice &choice);
    /// Says how something ended.
    void tell(MessageStrip::Kind kind, const QString &text);

Q_SIGNALS:
    void checkpointRequested();
    void cancelRequested();
    void verifyRequested();
    void historyRequested();
    void copyKeyRequested();
    void exportKeyRequested(const QString &fileName);
    /// KeyActions::rotationRequested()
    void rotationRequested(bool isFormerLost);
    /// KeyActions::placeRequested()
    void keyPlaceRequested();
    void choiceRequested(const Trailglass::CheckpointChoice &choice);

public Q_SLOTS:
    void done(int result) override;

private:
    QWidget *buildFacts();
    QWidget *buildChoice();
    void buildButtons();
    void connectButtons();
    void begin();
    void askForKeyFile();
    void askForWitness();
    void setWitness(const QString &fileName);
    void showLast(const EvidenceState &state);
    void showKey(const std::optional<EvidenceState::Key> &key);
    void updateButtons();

    const QTimeZone m_zone;
    CheckpointChoice m_choice;
    bool m_hasKey = false;
    bool m_isBusy = false;
    MessageStrip *m_strip;
    QLabel *m_tree;
    ElidedLabel *m_root;
    QLabel *m_last;
    QLabel *m_keyPlace;
    ElidedLabel *m_keyText;
    QPushButton *m_copyKey;
    QPushButton *m_exportKey;
    KeyActions *m_keyActions;
    QCheckBox *m_afterSync;
    ElidedLabel *m_witness;
    QPushButton *m_chooseWitness;
    QPushButton *m_noWitness;
    ProgressRow *m_progress;
    QPushButton *m_checkpoint = nullptr;
    QPushButton *m_verify = nullptr;
    QPushButton *m_history = nullptr;
};

} // namespace Trailglass
