// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/histogramresult.h"
#include "views/histogram/histogramaxis.h"
#include "views/histogram/histogramgeometry.h"

#include <QPalette>

#include <optional>
#include <utility>

class QPainter;

namespace Trailglass {

/// Bins \a first to \a last, both included.
using BinRange = std::pair<int, int>;

/// The events of the bin that has most.
[[nodiscard]] qint64 highestBar(const Histogram &histogram);

/// Everything a chart shows. Its parts outlive the picture.
struct HistogramPicture
{
    const HistogramResult &result;
    const HistogramGeometry &geometry;
    const std::vector<AxisLabel> &labels;
    Field splitBy{};
    std::optional<BinRange> selection;
    std::optional<int> cursor; ///< a bin
    std::optional<UtcMicros> marked; ///< a moment; outside of the bins it is not shown
    bool hasFocus = false;
};

/// Paints bars, selection, marked moment, axis and coverage. Does as much work as there are bins and pixels.
/// \pre the geometry is not empty
void paintHistogram(QPainter &painter, const HistogramPicture &picture, const QPalette &palette);

/// The height in pixels of each value's part of a bar, in the order of \a counts.
///
/// What is not 0 gets at least a pixel as far as there is room, so that a rare failure is seen.
/// \param full  the count of the highest bar, > 0
[[nodiscard]] std::vector<int> barHeights(const std::vector<qint64> &counts, qint64 full, int height);

/// Which value's part of a bar a point is in, as a place in Histogram::values; nothing above the bars.
/// \pre the geometry is that of the histogram, and not empty
[[nodiscard]] std::optional<std::size_t> valueAt(const Histogram &histogram,
                                                 const HistogramGeometry &geometry, const QPointF &point);

} // namespace Trailglass
