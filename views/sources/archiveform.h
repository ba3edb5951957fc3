// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "views/sources/sourcevalues.h"

#include <QWidget>

#include <functional>
#include <optional>

class QLineEdit;

namespace Trailglass {

class SecretEditor;
class WrappedLabel;

/// The fields for an archive: its address with the user, and the key of the user.
///
/// What is typed as a key is in no other text.
/// \thread GUI
class ArchiveForm : public QWidget
{
    Q_OBJECT

public:
    /// Reads an address: what it says, for people, or why it is none, in words without the address.
    using Check = std::function<Result<QString>(const QString &address)>;

    /// \param address  to begin with; may be empty
    /// \param key      where the key is known to be; nothing: in the keychain, or nobody knows
    ArchiveForm(const QString &address, const std::optional<SecretReference> &key, Check check,
                QWidget *parent = nullptr);

    /// Whether the check has accepted the address.
    [[nodiscard]] bool isValid() const { return m_isValid; }
    /// What is entered; nothing where the key cannot be one, which is then said in place.
    /// \pre isValid()
    [[nodiscard]] std::optional<EnteredArchive> input();

    void setAddress(const QString &address);
    /// Clears a key that was typed; where it is kept stays chosen.
    void forgetKey();
    /// Gives the keyboard to what is to be entered first.
    void focusFirst();

Q_SIGNALS:
    /// The address, and with it isValid().
    void edited();

private:
    void checkAddress();

    const Check m_check;
    QLineEdit *m_address;
    WrappedLabel *m_note;
    SecretEditor *m_key;
    bool m_isValid = false;
};

} // namespace Trailglass
