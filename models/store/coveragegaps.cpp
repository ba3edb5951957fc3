// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/coveragegaps.h"

#include <algorithm>

namespace Trailglass {

std::vector<TimeWindow> coverageGaps(const std::vector<CoverageEntry> &entries, const TimeWindow &window)
{
    std::vector<TimeWindow> covered;
    for (const CoverageEntry &entry : entries)
        covered.push_back(entry.window);
    // A missing start is the least of all, as optionals are ordered.
    std::ranges::sort(covered, {}, &TimeWindow::from);

    std::vector<TimeWindow> gaps;
    std::optional<UtcMicros> reached = window.from; // all before it is covered, or outside the window
    bool isAtStart = !window.from;
    for (const TimeWindow &known : covered) {
        const bool isBehind = known.from && (isAtStart || *known.from > *reached);
        if (isBehind && window.to && *known.from >= *window.to)
            break;
        if (isBehind)
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
