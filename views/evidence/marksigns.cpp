// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/evidence/marksigns.h"

#include "views/common/theme.h"

#include <QPainter>
#include <QPixmap>
#include <QPolygonF>

#include <array>

namespace Trailglass::MarkSigns {

namespace {

struct MarkShades
{
    const char *light;
    const char *dark;
};

/// In the order of MarkColour.
constexpr std::array<MarkShades, MarkColourNames.size()> MarkColourShades{{{"#b3261e", "#ff8a80"},
                                                                           {"#a8530a", "#f5a35c"},
                                                                           {"#7a6a00", "#e3d157"},
                                                                           {"#1b6e3c", "#7fd39b"},
                                                                           {"#1f5fb4", "#7fb2f5"},
                                                                           {"#7138b8", "#c9a9ff"}}};

constexpr qreal NoteLineWidth = 1.2;
constexpr qreal DiscRadius = 4;
constexpr int MarkIconSize = 16; // px

/// Around the centre, in a square from -4.5 to 4.5; empty for a disc.
QPolygonF shapeOf(MarkColour mark)
{
    switch (mark) {
    case MarkColour::Red:
        return QPolygonF{{-3.6, -3.6}, {3.6, -3.6}, {3.6, 3.6}, {-3.6, 3.6}};
    case MarkColour::Orange:
        return QPolygonF{{0, -4.2}, {4.4, 3.6}, {-4.4, 3.6}};
    case MarkColour::Yellow:
        return QPolygonF{{0, -4.5}, {1.2, -1.5}, {4.4, -1.3}, {1.9, 0.7},   {2.7, 3.8},
                         {0, 2.1},  {-2.7, 3.8}, {-1.9, 0.7}, {-4.4, -1.3}, {-1.2, -1.5}};
    case MarkColour::Green:
        return QPolygonF{{0, -4.5}, {4.5, 0}, {0, 4.5}, {-4.5, 0}};
    case MarkColour::Purple:
        return QPolygonF{{-4.4, -3.6}, {4.4, -3.6}, {0, 4.2}};
    case MarkColour::Blue:
        break;
    }
    return {};
}

} // namespace

void paint(QPainter &painter, const QPointF &centre, MarkColour mark, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const QPolygonF shape = shapeOf(mark);
    if (shape.isEmpty())
        painter.drawEllipse(QPointF(), DiscRadius, DiscRadius);
    else
        painter.drawPolygon(shape);
    painter.restore();
}

void paintNote(QPainter &painter, const QPointF &centre, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.setPen(QPen(colour, NoteLineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(-3.4, -4, 6.8, 8));
    painter.drawLine(QLineF(-1.6, -1.4, 1.6, -1.4));
    painter.drawLine(QLineF(-1.6, 1.4, 1.6, 1.4));
    painter.restore();
}

QColor colour(MarkColour mark, const QPalette &palette)
{
    const MarkShades &shades = MarkColourShades[static_cast<std::size_t>(mark) % MarkColourShades.size()];
    return {QLatin1StringView(isDark(palette) ? shades.dark : shades.light)};
}

QIcon icon(MarkColour mark, const QPalette &palette)
{
    QIcon icon;
    for (const int ratio : {1, 2}) {
        QPixmap square(MarkIconSize * ratio, MarkIconSize * ratio);
        square.setDevicePixelRatio(ratio);
        square.fill(Qt::transparent);
        QPainter painter(&square);
        painter.translate(MarkIconSize / 2.0, MarkIconSize / 2.0);
        painter.scale(1.4, 1.4); // larger than in the table: it stands alone
        paint(painter, QPointF(), mark, colour(mark, palette));
        painter.end();
        icon.addPixmap(square);
    }
    return icon;
}

} // namespace Trailglass::MarkSigns
