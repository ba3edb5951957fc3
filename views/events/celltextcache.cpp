// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/celltextcache.h"

#include <QFontMetrics>
#include <QTransform>

namespace Trailglass {

namespace {

QStaticText laidOut(const QString &text, const QFont &font)
{
    QStaticText layout(text);
    layout.setTextFormat(Qt::PlainText);
    layout.setPerformanceHint(QStaticText::AggressiveCaching);
    layout.prepare(QTransform(), font);
    return layout;
}

} // namespace

const QStaticText &CellTextCache::layout(const QString &text, const QFont &font, int width)
{
    if (font != m_font) {
        m_layouts.clear();
        m_font = font;
    }
    const Key key{text, width};
    if (const QStaticText *known = m_layouts.object(key))
        return *known;
    QStaticText whole = laidOut(text, font);
    if (whole.size().width() > width)
        whole = laidOut(QFontMetrics(font).elidedText(text, Qt::ElideRight, width), font);
    auto *kept = new QStaticText(std::move(whole));
    m_layouts.insert(key, kept);
    return *kept;
}

} // namespace Trailglass
