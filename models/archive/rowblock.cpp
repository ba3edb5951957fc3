// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/rowblock.h"

#include "models/archive/archiveresult.h"
#include "models/archive/placedivision.h"
#include "models/archive/timesql.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace Trailglass {

namespace {

/// Neighbouring bins, by their numbers.
struct BinRun
{
    std::size_t firstBin = 0;
    std::size_t bins = 1;
    std::size_t first = 0; ///< place
    std::size_t count = 0; ///< rows
};

/// \param index  PlaceIndex or SortedPlaces
template <class Index>
BinRun runAt(const Index &index, PlaceRange places, std::size_t maxRows, std::size_t maxBins)
{
    const auto part = index.find(places);
    const auto &bins = index.bins();
    BinRun run{
        .firstBin = part.firstBin, .first = places.first - part.skipped, .count = bins[part.firstBin].count};
    for (std::size_t next = part.firstBin + 1; next <= part.lastBin && run.bins < maxBins; ++next) {
        if (run.count + bins[next].count > maxRows)
            break;
        run.count += bins[next].count;
        ++run.bins;
    }
    return run;
}

template <class Bin>
std::span<const Bin> binsIn(const std::vector<Bin> &bins, const BinRun &run)
{
    return std::span(bins).subspan(run.firstBin, run.bins);
}

RowBlock blockOf(const BinRun &run, ArchiveSql condition)
{
    return {.condition = std::move(condition), .first = run.first, .count = run.count};
}

Result<RowBlock> blockByTime(ArchiveSession &session, const ArchiveResult &result, PlaceRange places,
                             std::size_t maxRows, const CancelToken &cancel)
{
    for (;;) {
        BinRun run;
        TimeWindow time;
        result.withIndex([&](const PlaceIndex &index) {
            run = runAt(index, places, maxRows, index.bins().size());
            const auto bins = binsIn(index.bins(), run); // in either direction
            time = {std::min(bins.front().from, bins.back().from), std::max(bins.front().to, bins.back().to)};
        });
        RowBlock block = blockOf(run, isInWindows("created", {time}));
        if (run.count <= maxRows || *time.to - *time.from <= 1)
            return block;
        TRY(const bool isDivided, divideByTime(session, result, run.firstBin, cancel));
        if (!isDivided)
            return block;
    }
}

Result<RowBlock> blockByOrder(ArchiveSession &session, const ArchiveResult &result, PlaceRange places,
                              std::size_t maxRows, const CancelToken &cancel)
{
    for (;;) {
        BinRun run;
        std::vector<ArchiveSql> conditions;
        bool isWhole = false;
        result.withSorted([&](const SortedPlaces &sorted) {
            run = runAt(sorted, places, maxRows, SortedPlaces::MaxBinsAtOnce);
            for (const SortedBin &bin : binsIn(sorted.bins(), run)) {
                conditions.push_back(bin.condition);
                isWhole = bin.isWhole;
            }
        });
        if (run.count <= maxRows || isWhole)
            return blockOf(run, anyOf(conditions));
        TRY(divideByOrder(session, result, run.firstBin, maxRows, cancel));
    }
}

} // namespace

Result<RowBlock> rowBlockAt(ArchiveSession &session, const ArchiveResult &result, PlaceRange places,
                            std::size_t maxRows, const CancelToken &cancel)
{
    if (result.query().order.createdDescending)
        return blockByTime(session, result, places, maxRows, cancel);
    return blockByOrder(session, result, places, maxRows, cancel);
}

} // namespace Trailglass
