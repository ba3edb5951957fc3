// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/common/messagestrip.h"
#include "views/sources/archivefactlist.h"
#include "views/sources/archiveform.h"

#include <QDialog>
#include <QList>
#include <QString>

#include <map>
#include <optional>
#include <set>

class QHBoxLayout;
class QPushButton;

namespace Trailglass {

class ProgressRow;

/// What is done with an archive besides reading its events and pushing into it: shows what it holds, checks it, compares it
/// with the workspace, claims sources, creates it.
///
/// Shows values and emits requests: each request ends with a call of showResult() or showProblem(). Closing cancels.
/// \thread GUI
class ArchiveTaskDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Task
    {
        Status, ///< what the archive holds
        Check, ///< whether its batches are whole
        Verify, ///< whether it has what the workspace pushed
        Claim, ///< a source, for the workspace
        Create,
        RemoveKey, ///< out of the keychain
    };

    /// \param address, key, check  as for ArchiveForm
    ArchiveTaskDialog(const QString &address, const std::optional<SecretReference> &key,
                      ArchiveForm::Check check, QWidget *parent = nullptr);

    /// A task that cannot be done in this window.
    /// \param reason  a sentence
    void disable(Task task, const QString &reason);

    [[nodiscard]] bool isBusy() const { return m_isBusy; }

    void setAddress(const QString &address);
    /// ArchiveForm::forgetKey()
    void forgetKey();
    /// A task is on, until showResult() or showProblem(): nothing else can be begun, and what was found before is gone.
    /// \param sentence  how far it is
    /// \param part  0 to 1; nothing: it is not known how much there is
    void showWork(const QString &sentence, std::optional<double> part = {});
    /// How a task ended.
    void showResult(MessageStrip::Kind kind, const QString &sentence,
                    const QList<ArchiveSection> &found = {});
    /// Why a task was not done.
    void showProblem(const QString &sentence);

Q_SIGNALS:
    /// With an address that the check has accepted.
    void taskRequested(Trailglass::ArchiveTaskDialog::Task task, const Trailglass::EnteredArchive &archive);
    /// The task that is on is to end.
    void cancelRequested();

public Q_SLOTS:
    void done(int result) override;

private:
    void addButton(QHBoxLayout &row, Task task, const QString &name, const QString &text,
                   const QString &help);
    void addButtons(QHBoxLayout &row);
    void build();
    void request(Task task);
    void updateButtons();
    void end();

    MessageStrip *m_strip;
    ArchiveForm *m_form;
    std::map<Task, QPushButton *> m_buttons;
    std::set<Task> m_impossible; ///< tasks that cannot be done in this window
    ArchiveFactList *m_found = nullptr;
    ProgressRow *m_progress = nullptr;
    bool m_isBusy = false;
};

} // namespace Trailglass
