// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/removedrows.h"

#include "models/store/sqlconnection.h"

#include <algorithm>

namespace Trailglass {

Result<RemovedRows> RemovedRows::load(SqlConnection &connection, RowId first, RowId last)
{
    Result<Statement> statement = connection.prepare("SELECT first_row, last_row FROM superseded WHERE "
                                                     "last_row >= ? AND first_row <= ? ORDER BY first_row");
    if (!statement)
        return statement.error();
    statement->bind(1, first.value).bind(2, last.value);
    RemovedRows removed;
    for (;;) {
        const Result<bool> row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return removed;
        const RemovedRange range{.first = {statement->integer(0)}, .last = {statement->integer(1)}};
        // A row superseded before its source was purged is listed twice.
        if (!removed.m_ranges.empty() && range.first <= removed.m_ranges.back().last)
            removed.m_ranges.back().last = std::max(removed.m_ranges.back().last, range.last);
        else
            removed.m_ranges.push_back(range);
    }
}

bool RemovedRows::contains(RowId row) const
{
    const auto after = std::ranges::upper_bound(m_ranges, row, {}, &RemovedRange::first);
    return after != m_ranges.begin() && row <= std::prev(after)->last;
}

} // namespace Trailglass
