// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/histogramgeometry.h"

#include <algorithm>
#include <cmath>

namespace Trailglass {

HistogramGeometry::HistogramGeometry(const QRectF &plot, const std::vector<HistogramBin> &bins)
    : m_plot(plot)
{
    for (const HistogramBin &bin : bins)
        m_boundaries.push_back(bin.start);
    if (!bins.empty())
        m_boundaries.push_back(bins.back().end);
}

qreal HistogramGeometry::x(UtcMicros time) const
{
    const auto span = static_cast<double>(m_boundaries.back() - m_boundaries.front());
    return m_plot.left() + m_plot.width() * static_cast<double>(time - m_boundaries.front()) / span;
}

UtcMicros HistogramGeometry::time(qreal x) const
{
    const double share = std::clamp((x - m_plot.left()) / m_plot.width(), 0.0, 1.0);
    const auto span = static_cast<double>(m_boundaries.back() - m_boundaries.front());
    return std::min(m_boundaries.front() + std::llround(share * span), m_boundaries.back() - 1);
}

int HistogramGeometry::bin(qreal x) const
{
    const auto after = std::ranges::upper_bound(m_boundaries, time(x));
    return std::clamp(static_cast<int>(after - m_boundaries.begin()) - 1, 0, bins() - 1);
}

QRectF HistogramGeometry::rect(int first, int last) const
{
    const TimeWindow times = window(first, last);
    return {QPointF(x(*times.from), m_plot.top()), QPointF(x(*times.to), m_plot.bottom())};
}

TimeWindow HistogramGeometry::window(int first, int last) const
{
    return {m_boundaries[static_cast<std::size_t>(first)], m_boundaries[static_cast<std::size_t>(last) + 1]};
}

} // namespace Trailglass
