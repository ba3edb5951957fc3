// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/removedrows.h"

#include "models/core/result.h"
#include "models/store/sqlconnection.h"
#include "models/store/storedrow.h"

#include <algorithm>

namespace Trailglass {

namespace {

/// Reads `first_row` and `last_row` from \a column and the next one.
RemovedRange rangeAt(StoredRow &row, int column)
{
    const RowId first{row.number(column, StoredRanges::Row)};
    // A range ends where it begins or later.
    return {.first = first, .last = {row.number(column + 1, {first.value, StoredRanges::Row.greatest})}};
}

} // namespace

Result<void> visitRemovals(SqlConnection &connection, qint64 sequence,
                           const std::function<void(qint64, const RemovedRange &)> &visit)
{
    TRY(Statement statement,
        connection.prepare(
            "SELECT sequence, first_row, last_row FROM superseded WHERE sequence > ? ORDER BY sequence"));
    statement.bind(1, sequence);
    return forEachStoredRow(statement, "superseded", [&visit](StoredRow &row) -> Result<void> {
        const qint64 number = row.number(0, StoredRanges::Sequence);
        const RemovedRange range = rangeAt(row, 1);
        TRY(row.check());
        visit(number, range);
        return {};
    });
}

Result<qint64> readLastRemoval(SqlConnection &connection)
{
    TRY(Statement statement,
        connection.prepare("SELECT sequence FROM superseded ORDER BY sequence DESC LIMIT 1"));
    qint64 sequence = 0;
    TRY(firstStoredRow(statement, "superseded",
                       [&sequence](StoredRow &row) { sequence = row.number(0, StoredRanges::Sequence); }));
    return sequence;
}

Result<void> visitPurged(SqlConnection &connection, const std::function<void(const RemovedRange &)> &visit)
{
    TRY(Statement statement,
        connection.prepare("SELECT first_row, last_row FROM superseded WHERE at IS NULL ORDER BY sequence"));
    return forEachStoredRow(statement, "superseded", [&visit](StoredRow &row) { visit(rangeAt(row, 0)); });
}

RemovedRows RemovedRows::of(std::vector<RemovedRange> ranges)
{
    std::ranges::sort(ranges, {}, &RemovedRange::first);
    RemovedRows removed;
    for (const RemovedRange &range : ranges)
        removed.append(range);
    return removed;
}

Result<RemovedRows> RemovedRows::load(SqlConnection &connection, RowId first, RowId last)
{
    TRY(Statement statement,
        connection.prepare("SELECT first_row, last_row FROM superseded WHERE "
                           "last_row >= ? AND first_row <= ? ORDER BY first_row"));
    statement.bind(1, first.value).bind(2, last.value);
    RemovedRows removed;
    TRY(forEachStoredRow(statement, "superseded",
                         [&removed](StoredRow &row) { removed.append(rangeAt(row, 0)); }));
    return removed;
}

/// \pre it begins no earlier than the last one
void RemovedRows::append(const RemovedRange &range)
{
    // A row superseded before its source was purged is listed twice.
    if (!m_ranges.empty() && range.first <= m_ranges.back().last)
        m_ranges.back().last = std::max(m_ranges.back().last, range.last);
    else
        m_ranges.push_back(range);
}

bool RemovedRows::contains(RowId row) const
{
    const auto after = std::ranges::upper_bound(m_ranges, row, {}, &RemovedRange::first);
    return after != m_ranges.begin() && row <= std::prev(after)->last;
}

} // namespace Trailglass
