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

int CellTextCache::cutAt(Layout &layout, const QString &text, int width) const
{
    if (layout.edges.empty())
        findEdges(layout, text);
    // Where scripts of both directions are mixed the edges do not rise; the greatest one that fits will do.
    float best = 0;
    for (const float edge : layout.edges) {
        if (edge <= static_cast<float>(width))
            best = std::max(best, edge);
    }
    return static_cast<int>(best);
}

int CellTextCache::draw(QPainter &painter, const QRect &place, const QString &text, const QFont &font)
{
    Layout *layout = &layoutOf(text, font);
    QString drawn = text;
    if (layout->width > place.width() && layout->isMirrored) {
        // The end of the text is at the left.
        drawn = QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width());
        layout = &layoutOf(drawn, font);
    }
    const int top = place.top() + (place.height() - static_cast<int>(layout->text.size().height())) / 2;
    const bool isCut = layout->width > place.width();
    painter.setFont(font);
    if (!isCut && !layout->isTall) {
        painter.drawStaticText(place.left(), top, layout->text);
        return layout->width;
    }
    painter.save();
    int end = layout->width;
    if (isCut) {
        const int room = place.width() - QFontMetrics(font).horizontalAdvance(Ellipsis);
        end = cutAt(*layout, drawn, room);
    }
    const int clipped = isCut ? end : place.width();
    painter.setClipRect(QRect(place.left(), place.top(), clipped, place.height()), Qt::IntersectClip);
    painter.drawStaticText(place.left(), top, layout->text);
    painter.restore();
    if (!isCut)
        return end;
    // Looking up the ellipsis may push the layout above out.
    const Layout &ellipsis = layoutOf(Ellipsis, font);
    painter.drawStaticText(place.left() + end, top, ellipsis.text);
    return end + ellipsis.width;
}

int CellTextCache::width(const QString &text, const QFont &font)
{
    return layoutOf(text, font).width;
}

std::pair<int, int> CellTextCache::span(const QString &text, const QFont &font, qsizetype first,
                                        qsizetype length)
{
    Layout &layout = layoutOf(text, font);
    if (layout.edges.empty())
        findEdges(layout, text);
    const float from = layout.edges[static_cast<std::size_t>(first)];
    const float to = layout.edges[static_cast<std::size_t>(first + length)];
    return {static_cast<int>(std::min(from, to)), static_cast<int>(std::ceil(std::max(from, to)))};
}

} // namespace Trailglass
