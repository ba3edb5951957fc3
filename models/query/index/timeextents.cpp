// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/timeextents.h"

#include "models/query/index/parallel.h"

#include <algorithm>

namespace Trailglass {

namespace {

StoredExtent extentOf(const PackedColumn &created, const RowBits &rows)
{
    StoredExtent extent;
    created.withStored([&](const auto &stored) {
        rows.forEach([&](std::size_t row) {
            const quint64 kept = stored(row);
            extent.least = std::min(extent.least, kept);
            extent.greatest = std::max(extent.greatest, kept);
        });
    });
    return extent;
}

} // namespace

SelectedExtents selectedExtents(const ColumnIndex &index, const Selection &selection)
{
    const auto createdOf = [&index](std::size_t place) -> const PackedColumn & {
        return *index.segments[place].segment->columns[CreatedColumn];
    };
    SelectedExtents extents{std::vector<StoredExtent>(index.segments.size())};
    doInParallel(index.segments.size(), [&] {
        return [&](std::size_t place) {
            extents.segments[place] = extentOf(createdOf(place), selection.segments[place].yes);
        };
    });
    for (std::size_t place = 0; place < extents.segments.size(); ++place) {
        const StoredExtent &extent = extents.segments[place];
        if (extent.isEmpty())
            continue;
        extents.first = std::min(extents.first, UtcMicros{createdOf(place).number(extent.least)});
        extents.last = std::max(extents.last, UtcMicros{createdOf(place).number(extent.greatest)});
    }
    return extents;
}

} // namespace Trailglass
