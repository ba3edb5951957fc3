// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/unsyncedintervals.h"

#include <algorithm>
#include <set>

namespace Trailglass {

namespace {

/// Where the gap of a source begins or ends.
struct Edge
{
    UtcMicros time;
    bool begins = false;
    const QString *source = nullptr;
};

} // namespace

std::vector<UnsyncedInterval> unsyncedIntervals(const std::vector<CoverageGap> &gaps)
{
    std::vector<Edge> edges;
    for (const CoverageGap &gap : gaps) {
        edges.push_back({*gap.window.from, true, &gap.source});
        edges.push_back({*gap.window.to, false, &gap.source});
    }
    std::ranges::sort(edges, {}, &Edge::time);

    std::vector<UnsyncedInterval> ranges;
    std::set<QString> unsynced;
    for (std::size_t next = 0; next < edges.size();) {
        const UtcMicros from = edges[next].time;
        for (; next < edges.size() && edges[next].time == from; ++next) {
            if (edges[next].begins)
                unsynced.insert(*edges[next].source);
            else
                unsynced.erase(*edges[next].source);
        }
        if (!unsynced.empty())
            ranges.push_back({from, edges[next].time, {unsynced.begin(), unsynced.end()}});
    }
    return ranges;
}

} // namespace Trailglass
