// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/core/secretreference.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Trailglass {

class MessageStrip;
class ProgressRow;

/// Where the signing key is from now on.
struct KeyChoice
{
    SecretReference place = {};
    bool isFormerLost = false; ///< the key until then does not sign another one

    friend bool operator==(const KeyChoice &, const KeyChoice &) = default;
};

/// Asks for the place of a signing key: a private file, a variable, the keychain. Never for a key.
///
/// Shows values and emits requests: each keyRequested() ends with a call of endWork(), showFailure() or showChanged(). Closing
/// cancels. Deletes itself when closed.
/// \thread GUI
class KeyPlaceDialog : public QDialog
{
    Q_OBJECT

public:
    /// Reads a reference as printSecretReference() writes it.
    using Check = std::function<Result<SecretReference>(const QString &reference)>;

    KeyPlaceDialog(Check check, QWidget *parent);

    [[nodiscard]] bool isBusy() const { return m_isBusy; }

    /// The key is not changed, because somebody has stopped it.
    void endWork();
    /// The key is not changed: what was typed stays.
    void showFailure(const QString &sentence);
    /// The key is there: closes.
    void showChanged();

Q_SIGNALS:
    void keyRequested(const Trailglass::KeyChoice &choice);
    void cancelRequested();

public Q_SLOTS:
    void done(int result) override;

private:
    QWidget *buildPlace();
    void build();
    void placeChanged();
    void chooseFile();
    void start();
    void updateInputs();
    [[nodiscard]] SecretReference::Kind kind() const;
    [[nodiscard]] Result<SecretReference> place() const;

    const Check m_check;
    MessageStrip *m_strip;
    QComboBox *m_kind;
    QLineEdit *m_name; ///< of the variable, or path of the file
    QPushButton *m_browse;
    QLabel *m_help;
    QCheckBox *m_lost;
    ProgressRow *m_progress;
    QPushButton *m_use = nullptr;
    bool m_isBusy = false;
};

} // namespace Trailglass
