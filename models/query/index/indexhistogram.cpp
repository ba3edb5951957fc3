// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/indexhistogram.h"

#include "models/query/index/parallel.h"
#include "models/query/sql/histogrambins.h"

#include <algorithm>
#include <limits>

namespace Trailglass {

namespace {

/// What a column keeps for the first and the last time of some rows.
struct Extent
{
    quint64 least = std::numeric_limits<quint64>::max();
    quint64 greatest = 0;

    [[nodiscard]] bool isEmpty() const { return greatest < least; }
};

Extent extentOf(const PackedColumn &created, const RowBits &rows)
{
    Extent extent;
    created.withStored([&](const auto &stored) {
        rows.forEach([&](std::size_t row) {
            const quint64 kept = stored(row);
            extent.least = std::min(extent.least, kept);
            extent.greatest = std::max(extent.greatest, kept);
        });
    });
    return extent;
}

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
               const RowBits &rows, const Extent &extent)
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

} // namespace

Result<std::vector<HistogramBin>> binSelected(const ColumnIndex &index, const Selection &selection,
                                              const HistogramDivision &division)
{
    if (const auto checked = checkDivision(division); !checked)
        return checked.error();
    std::vector<Extent> extents(index.segments.size());
    forSegments(index, selection, [&](std::size_t place, const PackedColumn &created, const RowBits &rows) {
        extents[place] = extentOf(created, rows);
    });
    qint64 first = std::numeric_limits<qint64>::max();
    qint64 last = std::numeric_limits<qint64>::min();
    for (std::size_t place = 0; place < extents.size(); ++place) {
        if (extents[place].isEmpty())
            continue;
        const PackedColumn &created = *index.segments[place].segment->columns[CreatedColumn];
        first = std::min(first, created.number(extents[place].least));
        last = std::max(last, created.number(extents[place].greatest));
    }
    if (first > last)
        return std::vector<HistogramBin>();
    auto bins = divideTime(first, last, division);
    if (!bins)
        return bins;
    const BinFinder finder(*bins);
    std::vector<std::vector<qint64>> counts(index.segments.size());
    forSegments(index, selection, [&](std::size_t place, const PackedColumn &created, const RowBits &rows) {
        if (!extents[place].isEmpty())
            countInto(counts[place], finder, created, rows, extents[place]);
    });
    for (std::size_t place = 0; place < counts.size(); ++place) {
        if (counts[place].empty())
            continue;
        const PackedColumn &created = *index.segments[place].segment->columns[CreatedColumn];
        std::size_t bin = finder.find(created.number(extents[place].least));
        for (const qint64 count : counts[place])
            (*bins)[bin++].count += count;
    }
    return bins;
}

} // namespace Trailglass
