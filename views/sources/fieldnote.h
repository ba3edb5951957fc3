// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/common/wrappedlabel.h"

namespace Trailglass {

/// The line under an input: quiet help, or in its place what is wrong with the input; above it the input as
/// it is written, when it holds what a line edit would hide or reorder.
class FieldNote : public WrappedLabel
{
    Q_OBJECT

public:
    explicit FieldNote(const QString &help, QWidget *parent = nullptr);

    /// An empty text goes back to the help.
    void showError(const QString &text);
    [[nodiscard]] const QString &error() const { return m_error; }
    /// What the input holds now.
    void showInput(const QString &text);

private:
    void refresh();

    QString m_help;
    QString m_written; ///< empty when the input can be seen as it is
    QString m_error;
};

} // namespace Trailglass
