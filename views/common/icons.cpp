// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/icons.h"

#include <QPainter>
#include <QPainterPath>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Trailglass::Icons {

namespace {

/// Drawn on a grid of 24 × 24: `M x y` moves, `L x y` draws a line, `Z` closes, `O x y r` is a circle,
/// `A x y r start span` an arc in degrees, counter-clockwise from three o'clock.
QLatin1StringView drawing(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Add:
        return "M 12 5 L 12 19 M 5 12 L 19 12"_L1;
    case Glyph::Back:
        return "M 14 6 L 8 12 L 14 18"_L1;
    case Glyph::Badge:
        return "O 12 8.5 3.5 A 12 20 7 0 180 M 5 20 L 19 20"_L1;
    case Glyph::Cancel:
        return "O 12 12 8 M 9 9 L 15 15 M 15 9 L 9 15"_L1;
    case Glyph::Check:
        return "M 5 13 L 10 18 L 19.5 6.5"_L1;
    case Glyph::Close:
        return "M 7 7 L 17 17 M 17 7 L 7 17"_L1;
    case Glyph::Columns:
        return "M 4 5 L 20 5 L 20 19 L 4 19 Z M 9.5 5 L 9.5 19 M 14.5 5 L 14.5 19"_L1;
    case Glyph::Copy:
        return "M 9 9 L 19 9 L 19 20 L 9 20 Z M 15 9 L 15 4 L 5 4 L 5 15 L 9 15"_L1;
    case Glyph::Dash:
        return "M 6 12 L 18 12"_L1;
    case Glyph::Delete:
        return "M 5 7 L 19 7 M 10 7 L 10 4 L 14 4 L 14 7 M 7 7 L 8 20 L 16 20 L 17 7"_L1;
    case Glyph::Dot:
        return "O 12 12 2.5 O 12 12 1"_L1;
    case Glyph::Edit:
        return "M 5 19 L 6 15 L 16 5 L 19 8 L 9 18 Z M 14 7 L 17 10"_L1;
    case Glyph::Export:
        return "M 12 15 L 12 4 M 8 8 L 12 4 L 16 8 M 5 13 L 5 20 L 19 20 L 19 13"_L1;
    case Glyph::Eye:
        return "M 3 12 L 7.5 7.5 L 12 6 L 16.5 7.5 L 21 12 L 16.5 16.5 L 12 18 L 7.5 16.5 Z O 12 12 3"_L1;
    case Glyph::Filter:
        return "M 4 5 L 20 5 L 14 12.5 L 14 19 L 10 17 L 10 12.5 Z"_L1;
    case Glyph::Float:
        return "M 4 9 L 15 9 L 15 20 L 4 20 Z M 9 9 L 9 4 L 20 4 L 20 15 L 15 15"_L1;
    case Glyph::History:
        return "A 12 12 8 150 -300 M 4.5 5 L 5 9 L 9 8.5 M 12 8 L 12 12 L 15 14"_L1;
    case Glyph::Import:
        return "M 12 4 L 12 15 M 8 11 L 12 15 L 16 11 M 5 13 L 5 20 L 19 20 L 19 13"_L1;
    case Glyph::Information:
        return "O 12 12 8.5 M 12 11 L 12 16.5 M 12 7.4 L 12 8"_L1;
    case Glyph::Key:
        return "O 8 15 4 M 11 12 L 19 4 M 16 7 L 19 10 M 14 9 L 16 11"_L1;
    case Glyph::Part:
        return "O 12 12 8 M 12 4 L 12 20 M 15 5.2 L 15 18.8 M 18 7 L 18 17"_L1;
    case Glyph::Play:
        return "M 8 5 L 19 12 L 8 19 Z"_L1;
    case Glyph::Preset:
        return "M 7 4 L 17 4 L 17 20 L 12 16 L 7 20 Z"_L1;
    case Glyph::Search:
        return "O 10.5 10.5 6 M 15 15 L 20 20"_L1;
    case Glyph::Settings:
        return "M 4 7 L 13 7 M 17 7 L 20 7 O 15 7 2 M 4 17 L 7 17 M 11 17 L 20 17 O 9 17 2"_L1;
    case Glyph::Source:
        return "M 9 4 L 9 8 M 15 4 L 15 8 M 6 8 L 18 8 L 18 12 L 15 16 L 9 16 L 6 12 Z M 12 16 L 12 21"_L1;
    case Glyph::Sync:
        return "A 12 12 7.5 20 150 M 4.4 7 L 4.7 10.8 L 8.5 10.2 A 12 12 7.5 200 150 M 19.6 17 L 19.3 13.2 L 15.5 13.8"_L1;
    case Glyph::Table:
        return "M 4 5 L 20 5 L 20 19 L 4 19 Z M 4 9.5 L 20 9.5 M 4 14.2 L 20 14.2 M 10 9.5 L 10 19"_L1;
    case Glyph::Time:
        return "O 12 12 8.5 M 12 7 L 12 12 L 15.5 14"_L1;
    case Glyph::Warning:
        return "M 12 4 L 21 19.5 L 3 19.5 Z M 12 10 L 12 14.5 M 12 16.6 L 12 17.2"_L1;
    }
    return {};
}

QPainterPath path(Glyph glyph)
{
    const QStringList words = QString(drawing(glyph)).split(u' ');
    QPainterPath path;
    qsizetype next = 0;
    const auto number = [&] {
        return words.at(next++).toDouble();
    };
    const auto point = [&] {
        const double x = number();
        return QPointF(x, number());
    };
    while (next < words.size()) {
        const char command = words.at(next++).at(0).toLatin1();
        if (command == 'M') {
            path.moveTo(point());
        } else if (command == 'L') {
            path.lineTo(point());
        } else if (command == 'Z') {
            path.closeSubpath();
        } else {
            const QPointF centre = point();
            const double radius = number();
            const QRectF square(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
            if (command == 'O') {
                path.addEllipse(square);
            } else {
                const double start = number();
                path.arcMoveTo(square, start);
                path.arcTo(square, start, number());
            }
        }
    }
    return path;
}

} // namespace

QPixmap pixmap(Glyph glyph, const QColor &colour, int size, qreal pixelRatio)
{
    QPixmap pixmap(QSizeF(size * pixelRatio, size * pixelRatio).toSize());
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / 24.0, size / 24.0);
    painter.setPen(QPen(colour, size < 32 ? 1.7 : 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path(glyph));
    return pixmap;
}

QIcon icon(Glyph glyph, const QPalette &palette)
{
    QIcon icon;
    for (const int size : {16, 20, 24, 32, 48}) {
        const auto add = [&](QIcon::Mode mode, QPalette::ColorGroup group) {
            icon.addPixmap(pixmap(glyph, palette.color(group, QPalette::ButtonText), size, 1), mode);
            icon.addPixmap(pixmap(glyph, palette.color(group, QPalette::ButtonText), size, 2), mode);
        };
        add(QIcon::Normal, QPalette::Active);
        add(QIcon::Disabled, QPalette::Disabled);
    }
    return icon;
}

} // namespace Trailglass::Icons
