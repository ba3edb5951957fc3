// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/removedrows.h"

#include "models/core/result.h"
#include "models/store/sqlconnection.h"
#include "models/store/storedrow.h"

#include <algorithm>

namespace Trailglass {

namespace {

/// Reads `first_row` and `last_row`, which stand in \a column and the next.
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
    for (;;) {
        TRY(const bool row, statement.step());
        if (!row)
            return {};
        StoredRow stored(statement, "superseded");
        const qint64 number = stored.number(0, StoredRanges::Sequence);
        const RemovedRange range = rangeAt(stored, 1);
        if (const Result<void> checked = stored.check(); !checked)
            return checked;
        visit(number, range);
    }
}

Result<qint64> readLastRemoval(SqlConnection &connection)
{
    TRY(Statement statement,
        connection.prepare("SELECT sequence FROM superseded ORDER BY sequence DESC LIMIT 1"));
    TRY(const bool row, statement.step());
    if (!row)
        return 0;
    StoredRow stored(statement, "superseded");
    const qint64 sequence = stored.number(0, StoredRanges::Sequence);
    const Result<void> checked = stored.check();
    return checked ? Result(sequence) : checked.error();
}

Result<RemovedRows> RemovedRows::load(SqlConnection &connection, RowId first, RowId last)
{
    TRY(Statement statement,
        connection.prepare("SELECT first_row, last_row FROM superseded WHERE "
                           "last_row >= ? AND first_row <= ? ORDER BY first_row"));
    statement.bind(1, first.value).bind(2, last.value);
    RemovedRows removed;
    for (;;) {
        TRY(const bool row, statement.step());
        if (!row)
            return removed;
        StoredRow stored(statement, "superseded");
        const RemovedRange range = rangeAt(stored, 0);
        TRY(stored.check());
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
