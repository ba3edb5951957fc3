// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/selection.h"

#include "models/query/index/parallel.h"
#include "models/query/index/segmentcolumns.h"

#include <algorithm>
#include <numeric>

namespace Trailglass {

std::size_t Selection::count() const
{
    return std::accumulate(segments.begin(), segments.end(), std::size_t(0),
                           [](std::size_t sum, const RowTruths &truths) { return sum + truths.yes.count(); });
}

bool Selection::isDecided() const
{
    return std::ranges::all_of(segments, [](const RowTruths &truths) { return truths.unknown.isEmpty(); });
}

Selection selectFromColumns(const ColumnIndex &index, const Condition &condition, const RowLayout &layout,
                            const Filter::ZoneCalendar &calendar, const CancelToken &cancel)
{
    Selection selection{std::vector<RowTruths>(index.segments.size())};
    doInParallel(index.segments.size(), [&] {
        // One calendar for each thread: it caches its last results.
        return [&, own = calendar](std::size_t place) {
            const ListedSegment &listed = index.segments[place];
            if (cancel.isCancelled())
                return;
            const SegmentColumns columns(*listed.segment, layout, own);
            selection.segments[place] = condition.fromColumns(columns, *listed.listed);
        };
    });
    return selection;
}

} // namespace Trailglass
