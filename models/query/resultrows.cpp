// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/resultrows.h"

#include "models/query/resultsnapshot.h"
#include "models/query/rowlist.h"

#include <algorithm>

namespace Trailglass {

RowRanges::RowRanges(std::shared_ptr<const ResultSnapshot> result, std::vector<PlaceRange> ranges)
    : m_result(std::move(result))
    , m_ranges(std::move(ranges))
{
    for (const PlaceRange &range : m_ranges)
        m_size += range.count;
}

std::vector<PlaceRange> RowRanges::placesOf(PlaceRange part) const
{
    std::vector<PlaceRange> places;
    std::size_t skip = part.first;
    std::size_t missing = part.count;
    for (const PlaceRange &range : m_ranges) {
        if (missing == 0)
            break;
        const std::size_t skipped = std::min(skip, range.count);
        skip -= skipped;
        const std::size_t count = std::min(range.count - skipped, missing);
        if (count == 0)
            continue;
        missing -= count;
        places.push_back({range.first + skipped, count});
    }
    return places;
}

std::vector<RowId> listedRows(const ResultRows &rows, PlaceRange part)
{
    const RowList &list = *rows.result().list();
    std::vector<RowId> listed;
    for (const PlaceRange &range : rows.placesOf(part)) {
        for (std::size_t place = range.first; place < range.first + range.count; ++place)
            listed.push_back(list[place]);
    }
    return listed;
}

} // namespace Trailglass
