// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/newestrows.h"

#include <algorithm>

namespace Trailglass {

RowList newestRows(const ColumnIndex &index, std::size_t max)
{
    using TimedRow = std::pair<qint64, qint64>; ///< created, row
    std::vector<TimedRow> newest; ///< a heap, the oldest on top
    const auto isNewer = std::greater<>();
    for (const ListedSegment &listed : index.segments) {
        const PackedColumn &created = *listed.segment->columns[CreatedColumn];
        created.withStored([&](const auto &stored) {
            listed.listed->forEach([&](std::size_t offset) {
                const TimedRow row{created.number(stored(offset)), listed.segment->row(offset).value};
                if (newest.size() == max && !isNewer(row, newest.front()))
                    return;
                if (newest.size() == max) {
                    std::ranges::pop_heap(newest, isNewer);
                    newest.pop_back();
                }
                newest.push_back(row);
                std::ranges::push_heap(newest, isNewer);
            });
        });
    }
    std::ranges::sort(newest, isNewer);
    RowList rows;
    rows.reserve(newest.size());
    for (const TimedRow &row : newest)
        rows.push_back(RowId{row.second});
    return rows;
}

} // namespace Trailglass
