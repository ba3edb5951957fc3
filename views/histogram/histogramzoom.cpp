// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/histogramzoom.h"

#include "models/query/calendarbins.h"

#include <algorithm>
#include <cmath>

namespace Trailglass {

namespace {

constexpr int ZoomRoundness = 60; ///< bins: an end is off by less than one of them
constexpr double LongestSpan = 1e4 * 366 * UtcMicros::PerDay;
constexpr qint64 FarAway = 700'000'000'000'000'000; ///< beyond the calendar, and far from an overflow

UtcMicros moved(UtcMicros time, double micros)
{
    return {std::clamp(time.value + std::llround(micros), -FarAway, FarAway)};
}

} // namespace

TimeWindow zoomed(const TimeWindow &shown, UtcMicros around, double factor,
                  const Filter::ZoneCalendar &calendar)
{
    const UtcMicros middle = std::clamp(around, *shown.from, *shown.to);
    const auto span = static_cast<double>(*shown.to - *shown.from);
    const double scale = std::min(factor, LongestSpan / span);
    const UtcMicros from = moved(middle, -scale * static_cast<double>(middle - *shown.from));
    const UtcMicros to = moved(middle, scale * static_cast<double>(*shown.to - middle));
    const auto bins = calendarBins(from, std::max(from, to - 1), ZoomRoundness, calendar).boundaries;
    const auto isShorter = [&shown](const TimeWindow &window) {
        return *window.to - *window.from < *shown.to - *shown.from;
    };
    auto first = bins.begin();
    auto last = std::prev(bins.end());
    // Rounding may have undone what was requested: then a bin less at each end, but never that of the moment.
    if (factor < 1 && !isShorter({*first, *last})) {
        if (*std::next(first) <= middle)
            ++first;
        if (std::next(first) != last && *std::prev(last) > middle)
            --last;
    }
    const TimeWindow round{*first, *last};
    return factor < 1 && !isShorter(round) ? shown : round;
}

} // namespace Trailglass
