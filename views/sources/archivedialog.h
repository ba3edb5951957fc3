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

/// Asks for an archive to open: its address with the user, and the key of the user.
///
/// What is typed as a key is in no other text of the dialog.
/// \thread GUI
class ArchiveDialog : public QDialog
{
    Q_OBJECT

public:
    /// Reads an address: what it says, for people, or why it is none, in words without the address.
    using Check = std::function<Result<QString>(const QString &address)>;

    /// \param address  to begin with; may be empty
    /// \param key      where the key is known to be; nothing: in the keychain, or nobody knows
    ArchiveDialog(const QString &address, const std::optional<SecretReference> &key, Check check,
                  QWidget *parent = nullptr);

    /// The archive is being opened: nothing can be changed until showProblem().
    void showConnecting();
    /// Why the archive was not opened; it can be tried again.
    void showProblem(const QString &sentence);

Q_SIGNALS:
    /// With an address that the check has accepted.
    void openRequested(const Trailglass::EnteredArchive &archive);

private:
    void build();
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
