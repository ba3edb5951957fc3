// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Trailglass {

/// Asks from when on a source is to be fetched again.
/// \thread GUI
class SyncFromDialog : public QDialog
{
    Q_OBJECT

public:
    /// Reads what was typed: the moment, for people, or why it is none.
    using Check = std::function<Result<QString>(const QString &text)>;

    SyncFromDialog(const QString &source, Check check, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The dialog closes.
    /// \param text  that the check has accepted
    void chosen(const QString &text);

private:
    void checkText();

    const Check m_check;
    QLineEdit *m_text;
    QLabel *m_note;
    QPushButton *m_sync = nullptr;
};

} // namespace Trailglass
