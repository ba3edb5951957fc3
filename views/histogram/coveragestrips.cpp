// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/coveragestrips.h"

#include "models/core/translation.h"
#include "views/common/theme.h"
#include "views/filters/intervaltext.h"
#include "views/histogram/histogramgeometry.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <optional>

namespace Trailglass {

namespace {

constexpr int StripHeight = 3; // px
constexpr int StripGap = 1; // px
constexpr std::size_t MaxStrips = 6;

QColor translucent(QColor colour, float opacity)
{
    colour.setAlphaF(opacity);
    return colour;
}

/// The sources of one strip.
struct Strip
{
    std::size_t first = 0;
    std::size_t count = 1;
};

std::vector<Strip> stripsOf(std::size_t sources)
{
    if (sources > MaxStrips)
        return {{0, sources}};
    std::vector<Strip> strips;
    strips.reserve(sources);
    for (std::size_t source = 0; source < sources; ++source)
        strips.push_back({source, 1});
    return strips;
}

QRectF span(const HistogramGeometry &geometry, const TimeWindow &time, qreal top)
{
    const qreal left =
        std::clamp(std::floor(geometry.x(*time.from)), geometry.plot().left(), geometry.plot().right());
    const qreal right = std::clamp(std::ceil(geometry.x(*time.to)), left, geometry.plot().right());
    return {left, top, right - left, StripHeight};
}

/// There may be more gaps than pixels: what touches on the screen is filled at once.
void paintGaps(QPainter &painter, const std::vector<TimeWindow> &gaps, const HistogramGeometry &geometry,
               qreal top, const QPalette &palette)
{
    std::optional<QRectF> run;
    const auto fill = [&] {
        if (!run)
            return;
        painter.fillRect(*run, palette.color(QPalette::Base));
        painter.fillRect(*run, unsyncedBrush(palette));
    };
    for (const TimeWindow &gap : gaps) {
        QRectF place = span(geometry, gap, top);
        place.setWidth(std::max(1.0, place.width()));
        if (run && place.left() <= run->right()) {
            run->setRight(std::max(run->right(), place.right()));
            continue;
        }
        fill();
        run = place;
    }
    fill();
}

bool isSynced(const SourceGaps &source, UtcMicros time)
{
    const auto gap =
        std::ranges::upper_bound(source.gaps, time, {}, [](const TimeWindow &window) { return *window.to; });
    return gap == source.gaps.end() || *gap->from > time;
}

QString textOf(const SourceGaps &source, const HistogramResult &result, UtcMicros time)
{
    if (isSynced(source, time))
        return tr("%1: synced").arg(source.source);
    const auto gap =
        std::ranges::upper_bound(source.gaps, time, {}, [](const TimeWindow &window) { return *window.to; });
    return tr("%1: not synced, so events may be missing: %2", "a source, an interval")
        .arg(source.source, intervalText(*gap, result.context));
}

} // namespace

QBrush unsyncedBrush(const QPalette &palette)
{
    return {translucent(Colours::warning(palette), 0.9F), Qt::BDiagPattern};
}

QBrush syncedBrush(const QPalette &palette)
{
    return translucent(palette.color(QPalette::Highlight), 0.45F);
}

int coverageHeight(std::size_t sources)
{
    return static_cast<int>(stripsOf(sources).size()) * (StripHeight + StripGap);
}

void paintCoverage(QPainter &painter, const HistogramResult &result, const HistogramGeometry &geometry,
                   qreal top, const QPalette &palette)
{
    if (*result.covered.from >= *result.covered.to)
        return;
    const QBrush synced = syncedBrush(palette);
    qreal y = top + StripGap;
    for (const Strip &strip : stripsOf(result.sources.size())) {
        painter.fillRect(span(geometry, result.covered, y), synced);
        for (std::size_t source = strip.first; source < strip.first + strip.count; ++source)
            paintGaps(painter, result.sources[source].gaps, geometry, y, palette);
        y += StripHeight + StripGap;
    }
}

QStringList coverageText(const HistogramResult &result, const HistogramGeometry &geometry, qreal top,
                         const QPointF &point)
{
    const auto strips = stripsOf(result.sources.size());
    const UtcMicros time = geometry.time(point.x());
    const auto row = static_cast<qint64>(std::floor((point.y() - top) / (StripHeight + StripGap)));
    const bool isBeside = row < 0 || row >= static_cast<qint64>(strips.size())
        || point.x() < geometry.plot().left() || point.x() >= geometry.plot().right()
        || time < *result.covered.from || time >= *result.covered.to;
    if (isBeside)
        return {};
    const Strip &strip = strips[static_cast<std::size_t>(row)];
    if (strip.count == 1)
        return {textOf(result.sources[strip.first], result, time)};
    QStringList lines;
    for (const SourceGaps &source : result.sources) {
        if (!isSynced(source, time))
            lines << textOf(source, result, time);
    }
    return lines.isEmpty() ? QStringList{tr("All sources: synced")} : lines;
}

} // namespace Trailglass
