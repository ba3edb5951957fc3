// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "views/sources/sourcevalues.h"

#include <QDialog>

#include <functional>
#include <optional>

class QLineEdit;
class QPushButton;

namespace Trailglass {

class MessageStrip;
class SecretEditor;
class WrappedLabel;

/// Asks for an archive to open or to push into: its address with the user, and the key of the user.
///
/// What is typed as a key is in no other text of the dialog.
/// \thread GUI
class ArchiveDialog : public QDialog
{
    Q_OBJECT

public:
    /// Reads an address: what it says, for people, or why it is none, in words without the address.
    using Check = std::function<Result<QString>(const QString &address)>;

    /// What is done with the archive.
    enum class Purpose
    {
        Open,
        Push, ///< the workspace of the window into it
    };

    /// \param address  to begin with; may be empty
    /// \param key      where the key is known to be; nothing: in the keychain, or nobody knows
    ArchiveDialog(const QString &address, const std::optional<SecretReference> &key, Check check,
                  QWidget *parent = nullptr, Purpose purpose = Purpose::Open);

    /// The archive is being opened: nothing can be changed until showProblem().
    void showConnecting();
    /// Something else is done with it: likewise.
    /// \param sentence  how far that is; may change
    void showWork(const QString &sentence);
    /// Why the archive was not opened, or pushed into; it can be tried again.
    void showProblem(const QString &sentence);

Q_SIGNALS:
    /// With an address that the check has accepted. Purpose::Push: to be pushed into.
    void openRequested(const Trailglass::EnteredArchive &archive);

private:
    void build(Purpose purpose);
    void checkAddress();
    void request();
    void setConnecting(bool isConnecting);

    const Check m_check;
    MessageStrip *m_strip;
    QLineEdit *m_address;
    WrappedLabel *m_note;
    SecretEditor *m_key;
    QPushButton *m_open = nullptr;
    bool m_isValid = false;
    bool m_isConnecting = false;
};

} // namespace Trailglass
