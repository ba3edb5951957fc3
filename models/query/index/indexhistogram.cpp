// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/indexhistogram.h"

#include "models/core/result.h"
#include "models/query/evaluation/histogrambins.h"
#include "models/query/evaluation/querystopped.h"
#include "models/query/evaluation/sparsebins.h"
#include "models/query/index/parallel.h"
#include "models/query/index/timeextents.h"

namespace Trailglass {

namespace {

/// Calls \a use(place, column of `created`, rows) for each segment, on several threads.
template <class Use>
void forSegments(const ColumnIndex &index, const Selection &selection, const Use &use)
{
    doInParallel(index.segments.size(), [&] {
        return [&](std::size_t place) {
            use(place, *index.segments[place].segment->columns[CreatedColumn], selection.segments[place].yes);
        };
    });
}

void countInto(std::vector<qint64> &counts, const BinFinder &finder, const PackedColumn &created,
               const RowBits &rows, const StoredExtent &extent)
{
    const std::size_t first = finder.find(created.number(extent.least));
    const std::size_t last = finder.find(created.number(extent.greatest));
    counts.assign(last - first + 1, 0);
    if (first == last) {
        counts.front() = static_cast<qint64>(rows.count());
        return;
    }
    created.withStored([&](const auto &stored) {
        rows.forEach([&](std::size_t row) { ++counts[finder.find(created.number(stored(row))) - first]; });
    });
}

/// Bins without those that stay empty.
Result<std::vector<HistogramBin>> sparseBins(const ColumnIndex &index, const Selection &selection,
                                             qint64 interval, const CancelToken &cancel)
{
    std::vector<std::vector<BinCount>> counts(index.segments.size());
    forSegments(index, selection, [&](std::size_t place, const PackedColumn &created, const RowBits &rows) {
        if (cancel.isCancelled())
            return;
        std::vector<qint64> times;
        created.withStored([&](const auto &stored) {
            rows.forEach([&](std::size_t row) { times.push_back(created.number(stored(row))); });
        });
        counts[place] = countsOf(std::move(times), interval);
    });
    std::vector<BinCount> all;
    for (const std::vector<BinCount> &some : counts)
        all.insert(all.end(), some.begin(), some.end());
    if (cancel.isCancelled())
        return queryStopped();
    return joinedBins(std::move(all), interval, cancel);
}

} // namespace

Result<std::vector<HistogramBin>> binSelected(const ColumnIndex &index, const Selection &selection,
                                              const HistogramDivision &division, const CancelToken &cancel)
{
    TRY(checkDivision(division));
    const SelectedExtents extents = selectedExtents(index, selection);
    if (extents.isEmpty())
        return std::vector<HistogramBin>();
    if (leavesOutEmptyBins(extents.first.value, extents.last.value, division))
        return sparseBins(index, selection, division.interval, cancel);
    auto bins = divideTime(extents.first.value, extents.last.value, division);
    if (!bins)
        return bins;
    const BinFinder finder(*bins);
    std::vector<std::vector<qint64>> counts(index.segments.size());
    forSegments(index, selection, [&](std::size_t place, const PackedColumn &created, const RowBits &rows) {
        if (!extents.segments[place].isEmpty())
            countInto(counts[place], finder, created, rows, extents.segments[place]);
    });
    for (std::size_t place = 0; place < counts.size(); ++place) {
        if (counts[place].empty())
            continue;
        const PackedColumn &created = *index.segments[place].segment->columns[CreatedColumn];
        std::size_t bin = finder.find(created.number(extents.segments[place].least));
        for (const qint64 count : counts[place])
            (*bins)[bin++].count += count;
    }
    return bins;
}

} // namespace Trailglass
