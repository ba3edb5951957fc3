// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/report/reportflow.h"

#include <algorithm>

namespace Trailglass {
namespace {

/// The lines of a cell that are still to be placed.
class RemainingLines
{
public:
    explicit RemainingLines(const RowCell &cell)
        : m_cell(cell)
    {
    }

    [[nodiscard]] bool isEmpty() const { return m_text == m_cell.texts.size(); }

    /// Places those that fit.
    /// \param atLeast  lines to place even where they do not
    /// \returns the height that they take
    qreal placeOn(ReportFlow &flow, int atLeast)
    {
        qreal used = 0;
        for (int placed = 0; !isEmpty(); ++placed) {
            const BrokenText &text = m_cell.texts[m_text];
            const qreal height = text.height(m_line);
            if (placed >= atLeast && used + height > flow.room())
                break;
            flow.place(text, m_line, {m_cell.left, flow.y() + used});
            used += height;
            next(text);
        }
        return used;
    }

private:
    void next(const BrokenText &text)
    {
        if (++m_line < text.lines())
            return;
        m_line = 0;
        ++m_text;
    }

    const RowCell &m_cell;
    std::size_t m_text = 0;
    int m_line = 0;
};

} // namespace

qreal RowCell::height() const
{
    qreal sum = 0;
    for (const BrokenText &text : texts)
        sum += text.height();
    return sum;
}

QString PlacedLine::text() const
{
    const QTextLine shown = layout->lineAt(line);
    return layout->text().mid(shown.textStart(), shown.textLength());
}

QRectF PlacedLine::rect() const
{
    return layout->lineAt(line).naturalTextRect().translated(place);
}

ReportFlow::ReportFlow(qreal top, qreal bottom)
    : m_top(top)
    , m_bottom(bottom)
    , m_y(top)
{
}

void ReportFlow::startPage()
{
    m_pages.emplace_back();
    m_y = m_top;
}

bool ReportFlow::require(qreal height)
{
    if (height <= room() || m_y <= m_top)
        return false;
    startPage();
    return true;
}

void ReportFlow::addSpace(qreal height)
{
    if (m_y > m_top)
        m_y += height;
}

void ReportFlow::place(const QRectF &rect, ReportPaper::Ink ink)
{
    m_pages.back().items.emplace_back(PlacedRect{rect, ink});
}

void ReportFlow::place(const BrokenText &text, int line, const QPointF &corner)
{
    m_pages.back().items.emplace_back(PlacedLine{text.layout, line, corner, text.ink});
}

void ReportFlow::addText(const BrokenText &text, qreal left)
{
    for (int line = 0; line < text.lines(); ++line) {
        require(text.height(line));
        place(text, line, {left, m_y});
        advance(text.height(line));
    }
}

void ReportFlow::addRow(const std::vector<RowCell> &cells, const std::function<void()> &startedPage)
{
    std::vector<RemainingLines> remaining(cells.begin(), cells.end());
    int atLeast = 0;
    for (;;) {
        qreal used = 0;
        for (RemainingLines &lines : remaining)
            used = std::max(used, lines.placeOn(*this, atLeast));
        advance(used);
        if (std::ranges::all_of(remaining, &RemainingLines::isEmpty))
            return;
        startPage();
        if (startedPage)
            startedPage();
        atLeast = 1; // of each column: so it ends
    }
}

} // namespace Trailglass
