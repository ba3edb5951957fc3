// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/histogrampainter.h"

#include "views/common/theme.h"
#include "views/histogram/coveragestrips.h"
#include "views/histogram/histogramtext.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Trailglass {

namespace {

constexpr qreal WideBar = 4; // px; from here on there is a gap between bars
constexpr int LabelDistance = 10; // px
constexpr int TickHeight = 4; // px
constexpr int MarkSize = 4; // px; half of the head's width

QColor faint(QColor colour, qreal opacity)
{
    colour.setAlphaF(static_cast<float>(opacity));
    return colour;
}

std::vector<qint64> countsOf(const Histogram &histogram, std::size_t bin)
{
    std::vector<qint64> counts;
    for (const auto &ofValue : histogram.counts)
        counts.push_back(ofValue[bin]);
    return counts;
}

void paintBars(QPainter &painter, const HistogramPicture &picture, qint64 highest, const QPalette &palette)
{
    const HistogramGeometry &geometry = picture.geometry;
    const Histogram &histogram = picture.result.histogram;
    std::vector<QColor> colours;
    for (std::size_t place = 0; place < histogram.values.size(); ++place)
        colours.push_back(splitColour(picture.splitBy, histogram.values[place], place, palette));
    for (int bin = 0; bin < geometry.bins(); ++bin) {
        const QRectF column = geometry.rect(bin, bin);
        const qreal left = std::round(column.left());
        const qreal width = std::round(column.right()) - left;
        qreal bottom = column.bottom();
        const auto heights = barHeights(countsOf(histogram, static_cast<std::size_t>(bin)), highest,
                                        static_cast<int>(column.height()));
        for (std::size_t value = 0; value < heights.size(); ++value) {
            const QRectF bar(left, bottom - heights[value],
                             std::max(1.0, width >= WideBar ? width - 1 : width), heights[value]);
            painter.fillRect(bar, colours[value]);
            bottom = bar.top();
        }
    }
}

void paintMarks(QPainter &painter, const HistogramPicture &picture, const QPalette &palette)
{
    const QColor highlight = palette.color(QPalette::Highlight);
    if (picture.selection) {
        const QRectF chosen = picture.geometry.rect(picture.selection->first, picture.selection->second);
        painter.fillRect(chosen, faint(highlight, 0.25));
        painter.setPen(highlight);
        painter.drawLine(chosen.topLeft(), chosen.bottomLeft());
        painter.drawLine(chosen.topRight(), chosen.bottomRight());
    }
    if (picture.cursor && picture.hasFocus) {
        const QRectF bin = picture.geometry.rect(*picture.cursor, *picture.cursor);
        painter.setPen(QPen(highlight, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(bin.adjusted(-1, 1, 0, -1));
    }
}

/// A line with a head, so that it is seen beside a bar of any colour.
void paintMarkedMoment(QPainter &painter, const HistogramPicture &picture, const QPalette &palette)
{
    const HistogramGeometry &geometry = picture.geometry;
    const TimeWindow shown = geometry.window(0, geometry.bins() - 1);
    if (!picture.marked || !shown.contains(*picture.marked))
        return;
    const QRectF plot = geometry.plot();
    const qreal x = std::round(geometry.x(*picture.marked)) + 0.5;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.color(QPalette::Link), 1));
    painter.setBrush(palette.color(QPalette::Link));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    const QPointF head[] = {{x - MarkSize, plot.top() - MarkSize},
                            {x + MarkSize, plot.top() - MarkSize},
                            {x, plot.top() + MarkSize}};
    painter.drawPolygon(head, 3);
    painter.restore();
}

void paintAxis(QPainter &painter, const HistogramPicture &picture, const QPalette &palette)
{
    const QRectF plot = picture.geometry.plot();
    const QFontMetrics metrics = painter.fontMetrics();
    const qreal top = plot.bottom() + coverageHeight(picture.result.sources.size());
    painter.setPen(palette.color(QPalette::Mid));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    qreal reached = plot.left();
    for (const AxisLabel &label : picture.labels) {
        const qreal x = std::round(picture.geometry.x(label.time));
        const int width = metrics.horizontalAdvance(label.text);
        const qreal left = std::clamp(x - width / 2.0, plot.left(), plot.right() - width);
        if (left < reached)
            continue;
        painter.setPen(palette.color(QPalette::Mid));
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, top + TickHeight));
        painter.setPen(Colours::quiet(palette));
        painter.drawText(QPointF(left, top + TickHeight + metrics.ascent()), label.text);
        reached = left + width + LabelDistance;
    }
}

void paintScale(QPainter &painter, const HistogramPicture &picture, qint64 highest, const QPalette &palette)
{
    const QRectF plot = picture.geometry.plot();
    const QString text = QLocale().toString(highest);
    const QRectF box(plot.left() - painter.fontMetrics().horizontalAdvance(text) - LabelDistance / 2.0,
                     plot.top(), painter.fontMetrics().horizontalAdvance(text),
                     painter.fontMetrics().height());
    painter.setPen(Colours::quiet(palette));
    painter.drawText(box, Qt::AlignRight | Qt::AlignTop, text);
}

} // namespace

qint64 highestBar(const Histogram &histogram)
{
    qint64 highest = 0;
    for (std::size_t bin = 0; bin < histogram.bins.size(); ++bin)
        highest = std::max(highest, histogram.total(bin));
    return highest;
}

std::vector<int> barHeights(const std::vector<qint64> &counts, qint64 full, int height)
{
    std::vector<int> heights;
    for (const qint64 count : counts) {
        const double share = static_cast<double>(count) / static_cast<double>(full);
        heights.push_back(count > 0 ? std::max(1, static_cast<int>(std::lround(share * height))) : 0);
    }
    // What the rounding up takes too much is taken from the largest.
    const auto largest = std::ranges::max_element(heights);
    if (const int excess = std::accumulate(heights.begin(), heights.end(), 0) - height; excess > 0)
        *largest = std::max(1, *largest - excess);
    return heights;
}

std::optional<std::size_t> valueAt(const Histogram &histogram, const HistogramGeometry &geometry,
                                   const QPointF &point)
{
    const qint64 highest = highestBar(histogram);
    if (highest == 0 || !geometry.plot().contains(point))
        return std::nullopt;
    const auto heights = barHeights(countsOf(histogram, static_cast<std::size_t>(geometry.bin(point.x()))),
                                    highest, static_cast<int>(geometry.plot().height()));
    qreal top = geometry.plot().bottom();
    for (std::size_t value = 0; value < heights.size(); ++value) {
        top -= heights[value];
        if (heights[value] > 0 && point.y() >= top)
            return value;
    }
    return std::nullopt;
}

void paintHistogram(QPainter &painter, const HistogramPicture &picture, const QPalette &palette)
{
    painter.setLayoutDirection(Qt::LeftToRight); // as time runs, in every language
    const qint64 highest = highestBar(picture.result.histogram);
    if (highest > 0) {
        paintBars(painter, picture, highest, palette);
        paintScale(painter, picture, highest, palette);
    }
    paintMarks(painter, picture, palette);
    paintMarkedMoment(painter, picture, palette);
    paintAxis(painter, picture, palette);
    paintCoverage(painter, picture.result, picture.geometry, picture.geometry.plot().bottom(), palette);
}

} // namespace Trailglass
