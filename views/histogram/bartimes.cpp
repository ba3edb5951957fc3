// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/bartimes.h"

#include <algorithm>

namespace Trailglass {

namespace {

std::optional<int> binPlaceOf(const std::optional<UtcMicros> &time, const std::vector<HistogramBin> &bins)
{
    if (!time)
        return std::nullopt;
    const auto found = std::ranges::find_if(
        bins, [time](const HistogramBin &bin) { return bin.start <= *time && *time < bin.end; });
    if (found == bins.end())
        return std::nullopt;
    return static_cast<int>(found - bins.begin());
}

} // namespace

/// A selection has its first moment and its last one, so that wider and narrower bars have all of it.
BarTimes::BarTimes(const std::vector<HistogramBin> &bins, const Places &places)
{
    const auto timeOf = [&bins](const std::optional<int> &place,
                                const std::optional<int> &other) -> std::optional<UtcMicros> {
        if (!place)
            return std::nullopt;
        const HistogramBin &bin = bins.at(static_cast<std::size_t>(*place));
        return other && *place > *other ? bin.end - 1 : bin.start;
    };
    m_anchor = timeOf(places.anchor, places.cursor);
    m_cursor = timeOf(places.cursor, places.anchor);
}

BarTimes::Places BarTimes::placesIn(const std::vector<HistogramBin> &bins) const
{
    const std::optional<int> cursor = binPlaceOf(m_cursor, bins);
    if (!cursor)
        return {};
    return {binPlaceOf(m_anchor, bins), cursor};
}

} // namespace Trailglass
