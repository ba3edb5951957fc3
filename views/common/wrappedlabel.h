// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFont>
#include <QLabel>

#include <map>
#include <vector>

namespace Trailglass {

/// Plain text in lines that fill the width, broken within a word where it must be: no text makes a window wider, or
/// higher than some lines. The whole text is the tool tip where lines are left out, and can be copied from the menu.
///
/// Set the text with PlainText::show().
/// \thread GUI
class WrappedLabel : public QLabel
{
    Q_OBJECT

public:
    /// \param maxLines  shown at most
    explicit WrappedLabel(int maxLines, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

    /// How often the text was laid out so far: once for each width, however often its height is requested.
    [[nodiscard]] int layouts() const { return m_layouts; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Lines
    {
        std::vector<QString> texts; ///< the last one with an ellipsis where more follows
        bool isCut = false;
    };
    [[nodiscard]] const Lines &lines(int width) const;
    [[nodiscard]] Lines layOut(int width) const;

    int m_maxLines;
    mutable QString m_laidOutText;
    mutable QFont m_laidOutFont;
    mutable std::map<int, Lines> m_laidOut; ///< by width, for m_laidOutText
    mutable int m_layouts = 0;
};

} // namespace Trailglass
