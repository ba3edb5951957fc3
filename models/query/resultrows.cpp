// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/resultrows.h"

#include <algorithm>

namespace Trailglass {

RowRanges::RowRanges(std::shared_ptr<const ResultRows> rows, std::vector<Range> ranges)
    : m_rows(std::move(rows))
    , m_ranges(std::move(ranges))
{
    for (const Range &range : m_ranges)
        m_size += range.count;
}

Result<std::vector<RowId>> RowRanges::page(std::size_t first, std::size_t max) const
{
    std::vector<RowId> rows;
    std::size_t skip = first;
    for (const Range &range : m_ranges) {
        if (rows.size() == max)
            break;
        const std::size_t skipped = std::min(skip, range.count);
        skip -= skipped;
        const std::size_t count = std::min(range.count - skipped, max - rows.size());
        if (count == 0)
            continue;
        TRY(const auto part, m_rows->page(range.first + skipped, count));
        rows.insert(rows.end(), part.begin(), part.end());
    }
    return rows;
}

} // namespace Trailglass
