// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QCache>
#include <QFont>
#include <QStaticText>

#include <utility>
#include <vector>

class QPainter;

namespace Trailglass {

/// Draws the texts of cells and keeps how they are laid out: laying out costs more than all else of painting
/// a table, and most cells of an audit log say what others say too. A text is laid out once for all widths,
/// so that resizing a column lays nothing out again.
///
/// \thread the GUI thread
class CellTextCache
{
public:
    /// Where a text has "…" that is wider than its place.
    enum class CutAt
    {
        End,
        Middle ///< of a text that is written from left to right
    };
    /// A text, and how it is drawn.
    struct Line
    {
        QString text;
        QFont font;
        CutAt cut = CutAt::End;
    };

    /// Draws one line of plain text at the left of \a place, vertically in its middle, with "…" where it
    /// is wider. Nothing is drawn outside of \a place, whatever marks are stacked on the letters.
    ///
    /// The painter's pen is the colour.
    /// \returns the width of what was drawn, px
    int draw(QPainter &painter, const QRect &place, const Line &line);

    /// The width of the whole text, px.
    [[nodiscard]] int width(const QString &text, const QFont &font);
    /// Where the characters \a first … \a first + \a length begin and end as draw() draws them, px from the left of the
    /// place; of those that are cut off, where the "…" does.
    /// \param width  of the place, px
    [[nodiscard]] std::pair<int, int> span(const Line &line, int width, qsizetype first, qsizetype length);

    /// How many texts have been laid out so far.
    [[nodiscard]] int layouts() const { return m_made; }

private:
    /// A text as it is drawn.
    struct Layout
    {
        QStaticText text;
        int width = 0;
        bool isTall = false; ///< may have marks above or below the line
        bool isMirrored = false; ///< some of it runs from right to left
        std::vector<float> edges; ///< where each character begins, px; empty until needed
    };
    /// What is drawn of a text, px from its left.
    struct Cut
    {
        int head = 0; ///< up to here,
        int tail = 0; ///< and from here on
        int dots = 0; ///< width of the "…" between them; 0: the text is whole

        /// Where a place in the text is drawn.
        /// \param hidden  where a place between head and tail is drawn
        [[nodiscard]] int drawn(int x, int hidden) const;
    };
    static constexpr int MaxLayouts = 8'192; ///< some 1 KB each; a large screen shows a tenth

    Layout &layoutOf(const QString &text, const QFont &font);
    [[nodiscard]] Cut cutOf(Layout &layout, const Line &line, int width) const;
    void findEdges(Layout &layout, const QString &text) const;

    QFont m_font;
    QCache<QString, Layout> m_layouts{MaxLayouts};
    int m_made = 0;
};

} // namespace Trailglass
