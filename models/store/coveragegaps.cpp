// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/coveragegaps.h"

#include <algorithm>

namespace Trailglass {

std::vector<TimeWindow> uncoveredTimes(const std::vector<CoverageEntry> &entries, const TimeWindow &window)
{
    std::vector<TimeWindow> covered;
    covered.reserve(entries.size());
    for (const CoverageEntry &entry : entries)
        covered.push_back(entry.window);
    // An unbounded start sorts first: std::nullopt is less than any value.
    std::ranges::sort(covered, {}, &TimeWindow::from);

    std::vector<TimeWindow> gaps;
    std::optional<UtcMicros> reached =
        window.from; // everything before it is covered or outside of the window
    bool isAtStart = !window.from;
    for (const TimeWindow &known : covered) {
        const bool isLater = known.from && (isAtStart || *known.from > *reached);
        if (isLater && window.to && *known.from >= *window.to)
            break;
        if (isLater)
            gaps.push_back({reached, known.from});
        if (!known.to)
            return gaps;
        reached = isAtStart ? known.to : std::max(reached, known.to);
        isAtStart = false;
    }
    if (isAtStart || !window.to || *reached < *window.to)
        gaps.push_back({reached, window.to});
    return gaps;
}

} // namespace Trailglass
