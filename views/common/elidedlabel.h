// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLabel>

namespace Trailglass {

/// One line of plain text that ends with … where it has no room, and then is whole in the tool tip. The context menu
/// copies the text as it was given.
///
/// It asks for the width of its text and takes any: no text makes a window wide.
/// \thread GUI
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    /// Characters that are looked at; more is never in sight.
    static constexpr qsizetype MaxCharacters = 1'000;

    explicit ElidedLabel(QWidget *parent = nullptr);

    /// Shown as plain text; text() is what is safe to show of it.
    void show(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QSize around() const;
    [[nodiscard]] QString elided() const;
    void updateToolTip();

    QString m_whole; ///< as given
};

} // namespace Trailglass
