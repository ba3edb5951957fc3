// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/placedivision.h"

#include "models/archive/archiveresult.h"
#include "models/archive/pagesql.h"
#include "models/archive/sortdivision.h"
#include "models/archive/timebins.h"

namespace Trailglass {

namespace {

constexpr int FinerBins = 100;

} // namespace

Result<bool> divideByTime(ArchiveSession &session, const ArchiveResult &result, std::size_t bin,
                          const CancelToken &cancel)
{
    TimeBin range;
    result.withIndex([&](const PlaceIndex &index) { range = index.bins()[bin]; });
    const ResultQuery &query = result.query();
    const TimeDivision division{.from = range.from,
                                .to = range.to,
                                .maxBins = FinerBins,
                                .newestFirst = query.order.createdDescending.value_or(false)};
    TRY(const auto finer, countByTime(session, inTime(query.from, {range.from, range.to}), division, cancel));
    std::size_t sum = 0;
    for (const TimeBin &part : finer)
        sum += part.count;
    if (sum != range.count)
        return false;
    result.withIndex([&](PlaceIndex &index) {
        if (bin < index.bins().size() && index.bins()[bin] == range)
            index.divide(bin, finer);
    });
    return true;
}

Result<void> divideByOrder(ArchiveSession &session, const ArchiveResult &result, std::size_t bin,
                           std::size_t maxRows, const CancelToken &cancel)
{
    SortedBin rows;
    result.withSorted([&](const SortedPlaces &sorted) { rows = sorted.bins()[bin]; });
    const ResultQuery &query = result.query();
    TRY(auto finer, divideSorted(session, query.from, query.order, rows, maxRows, cancel));
    if (finer.empty()) {
        finer = {rows};
        finer.front().isWhole = true;
    }
    result.withSorted([&](SortedPlaces &sorted) {
        if (bin < sorted.bins().size() && sorted.bins()[bin] == rows)
            sorted.divide(bin, finer);
    });
    return {};
}

} // namespace Trailglass
