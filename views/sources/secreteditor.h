// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/sources/sourcetype.h"
#include "views/sources/sourcevalues.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace Trailglass {

class FieldNote;

/// One credential of a form: where it is kept and, unless that is a variable or a file, the credential
/// itself.
///
/// What is typed is never echoed, logged or put into an accessible text.
class SecretEditor : public QWidget
{
    Q_OBJECT

public:
    /// \param kept  where it is kept already; the field may then stay empty
    SecretEditor(const SecretField &field, const std::optional<SecretReference> &kept,
                 QWidget *parent = nullptr);
    ~SecretEditor() override;

    [[nodiscard]] const SecretField &field() const { return m_field; }

    /// What is typed, checked; nothing when an optional one is left out.
    /// \error Usage, also shown under the field; never quotes what was typed
    [[nodiscard]] Result<std::optional<EnteredSecret>> input();

    /// Whether it would be written into the keychain.
    [[nodiscard]] bool goesToKeychain() const;
    /// Keeps it in memory for this session instead; what is typed stays.
    void keepForSession();
    /// Clears what is typed; the place stays.
    void forgetTyped();

Q_SIGNALS:
    void edited();

private:
    using Kind = SecretReference::Kind;

    void fillPlaces();
    void placeChanged();
    void chooseFile();
    void showReference();
    [[nodiscard]] std::optional<Kind> place() const;
    [[nodiscard]] bool isKept() const;
    [[nodiscard]] QString placeholder() const;
    [[nodiscard]] Result<std::optional<EnteredSecret>> read() const;
    [[nodiscard]] Result<std::optional<EnteredSecret>> readTyped(Kind kind) const;

    SecretField m_field;
    std::optional<SecretReference> m_kept;
    QComboBox *m_place;
    QLineEdit *m_secret;
    QLineEdit *m_reference; ///< name of the variable or path of the file
    QToolButton *m_browse;
    FieldNote *m_note;
};

} // namespace Trailglass
