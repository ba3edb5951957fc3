// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLabel>

namespace Trailglass {

/// The line under an input: quiet help, or in its place what is wrong with the input.
class FieldNote : public QLabel
{
    Q_OBJECT

public:
    explicit FieldNote(const QString &help, QWidget *parent = nullptr);

    /// An empty text goes back to the help.
    void showError(const QString &text);
    [[nodiscard]] const QString &error() const { return m_error; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyPalette();

    QString m_help;
    QString m_error;
};

} // namespace Trailglass
