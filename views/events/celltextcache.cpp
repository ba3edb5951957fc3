// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/celltextcache.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>
#include <QTransform>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

const QString Ellipsis = u"…"_s;
constexpr char16_t FirstMark = 0x0300; ///< no character before it is more than a letter with its own accent

QStaticText laidOut(const QString &text, const QFont &font)
{
    QStaticText layout(text);
    layout.setTextFormat(Qt::PlainText);
    layout.setPerformanceHint(QStaticText::AggressiveCaching);
    layout.prepare(QTransform(), font);
    return layout;
}

bool isTall(const QString &text)
{
    return std::ranges::any_of(text, [](QChar unit) { return unit.unicode() >= FirstMark; });
}

} // namespace

CellTextCache::Layout &CellTextCache::layoutOf(const QString &text, const QFont &font)
{
    if (font != m_font) {
        m_layouts.clear();
        m_font = font;
    }
    if (Layout *known = m_layouts.object(text))
        return *known;
    auto *made = new Layout;
    made->text = laidOut(text, font);
    made->width = static_cast<int>(std::ceil(made->text.size().width()));
    made->isTall = isTall(text);
    made->isMirrored = made->isTall && text.isRightToLeft();
    ++m_made;
    m_layouts.insert(text, made);
    return *made;
}

void CellTextCache::findEdges(Layout &layout, const QString &text) const
{
    QTextLayout characters(text, m_font);
    characters.beginLayout();
    const QTextLine line = characters.createLine();
    characters.endLayout();
    layout.edges.reserve(static_cast<std::size_t>(text.size()) + 1);
    for (int position = 0; position <= text.size(); ++position)
        layout.edges.push_back(static_cast<float>(line.cursorToX(position)));
}

CellTextCache::Cut CellTextCache::cutOf(Layout &layout, const Line &line, int width) const
{
    Cut cut{layout.width, layout.width, 0};
    if (layout.width <= width)
        return cut;
    if (layout.edges.empty())
        findEdges(layout, line.text);
    cut.dots = static_cast<int>(std::ceil(QFontMetricsF(line.font).horizontalAdvance(Ellipsis)));
    const int room = std::max(0, width - cut.dots);
    if (line.cut == CutAt::Middle) {
        for (const float edge : layout.edges) {
            const int from = static_cast<int>(std::ceil(edge));
            if (from >= layout.width - room / 2)
                cut.tail = std::min(cut.tail, from);
        }
    }
    const int headRoom = room - (layout.width - cut.tail);
    // Where scripts of both directions are mixed the edges do not rise; the greatest one that fits will do.
    cut.head = 0;
    for (const float edge : layout.edges) {
        if (edge <= static_cast<float>(headRoom))
            cut.head = std::max(cut.head, static_cast<int>(edge));
    }
    return cut;
}

int CellTextCache::Cut::drawn(int x, int hidden) const
{
    if (dots == 0 || x <= head)
        return x;
    return x < tail ? hidden : x - tail + head + dots;
}

int CellTextCache::draw(QPainter &painter, const QRect &place, const Line &line)
{
    Line drawn = line;
    Layout *layout = &layoutOf(drawn.text, drawn.font);
    if (layout->width > place.width() && layout->isMirrored) {
        // The end of the text is at the left.
        drawn.text = QFontMetrics(drawn.font).elidedText(drawn.text, Qt::ElideRight, place.width());
        layout = &layoutOf(drawn.text, drawn.font);
    }
    const int top = place.top() + (place.height() - static_cast<int>(layout->text.size().height())) / 2;
    const Cut cut = cutOf(*layout, drawn, place.width());
    painter.setFont(drawn.font);
    if (cut.dots == 0 && !layout->isTall) {
        painter.drawStaticText(place.left(), top, layout->text);
        return layout->width;
    }
    const auto drawPart = [&painter, &place, top, layout](int from, int width, int textLeft) {
        painter.save();
        painter.setClipRect(QRect(from, place.top(), width, place.height()), Qt::IntersectClip);
        painter.drawStaticText(textLeft, top, layout->text);
        painter.restore();
    };
    if (cut.dots == 0) {
        drawPart(place.left(), place.width(), place.left());
        return layout->width;
    }
    const int tailWidth = layout->width - cut.tail;
    const int end = cut.head + cut.dots;
    drawPart(place.left(), cut.head, place.left());
    if (tailWidth > 0)
        drawPart(place.left() + end, tailWidth, place.left() + end - cut.tail);
    // Looking up the ellipsis may push the layout above out.
    painter.drawStaticText(place.left() + cut.head, top, layoutOf(Ellipsis, drawn.font).text);
    return end + tailWidth;
}

int CellTextCache::width(const QString &text, const QFont &font)
{
    return layoutOf(text, font).width;
}

std::pair<int, int> CellTextCache::span(const Line &line, int width, qsizetype first, qsizetype length)
{
    Layout &layout = layoutOf(line.text, line.font);
    if (layout.edges.empty())
        findEdges(layout, line.text);
    const float one = layout.edges[static_cast<std::size_t>(first)];
    const float other = layout.edges[static_cast<std::size_t>(first + length)];
    const int from = static_cast<int>(std::min(one, other));
    const int to = static_cast<int>(std::ceil(std::max(one, other)));
    if (layout.isMirrored)
        return {from, to};
    const Cut cut = cutOf(layout, line, width);
    return {cut.drawn(from, cut.head), cut.drawn(to, cut.head + cut.dots)};
}

} // namespace Trailglass
