// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPushButton>

namespace Trailglass {

/// A flat button with a sentence that looks like a link; where it has no room it ends with … and is whole in the
/// tool tip. No text makes a window wide.
/// \thread GUI
class ElidedButton : public QPushButton
{
    Q_OBJECT

public:
    explicit ElidedButton(QWidget *parent = nullptr);

    /// As plain text.
    void show(const QString &sentence);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_shown; ///< safe to show
};

} // namespace Trailglass
