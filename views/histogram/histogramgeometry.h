// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/histogram.h"

#include <QRectF>

#include <vector>

namespace Trailglass {

/// Where the bins of a histogram are on the screen: time runs from left to right, evenly. A value.
class HistogramGeometry
{
public:
    HistogramGeometry() = default;
    /// \param plot  where the bars stand, in pixels
    /// \param bins  as of Histogram, each beginning where the one before ends
    HistogramGeometry(const QRectF &plot, const std::vector<HistogramBin> &bins);

    [[nodiscard]] bool isEmpty() const { return m_boundaries.size() < 2 || m_plot.width() <= 0; }
    [[nodiscard]] const QRectF &plot() const { return m_plot; }
    [[nodiscard]] int bins() const { return isEmpty() ? 0 : static_cast<int>(m_boundaries.size()) - 1; }

    /// \pre not empty, here and below
    [[nodiscard]] qreal x(UtcMicros time) const;
    [[nodiscard]] UtcMicros time(qreal x) const;
    /// Outside of the plot the first or the last one.
    [[nodiscard]] int bin(qreal x) const;
    /// From the left of bin \a first to the right of bin \a last, as high as the plot.
    [[nodiscard]] QRectF rect(int first, int last) const;
    [[nodiscard]] TimeWindow window(int first, int last) const;

private:
    QRectF m_plot;
    std::vector<UtcMicros> m_boundaries;
};

} // namespace Trailglass
