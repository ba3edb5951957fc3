// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/purgeaccounts.h"

#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"

#include <span>
#include <utility>
#include <vector>

namespace Trailglass {

namespace {

using ProblemKind = TreeProblem::Kind;
using PurgedRanges = std::vector<RemovedRange>;

/// The rows that a purge names; none, and a problem, where they are not to be found.
/// \pre it names them
Result<PurgedRanges> rangesOf(SqlConnection &connection, const PurgeNotice &purge, TreeVerdict &verdict)
{
    const PurgedRows &rows = *purge.rows;
    if (!rows.hash)
        return rows.ranges;
    TRY(PurgedRanges listed, purgeEntries(connection, rows.first, rows.count));
    if (areNamed(rows, listed))
        return listed;
    verdict.add(treeProblem(ProblemKind::PurgeAltered, {}, purge.leaf, 1));
    return PurgedRanges();
}

/// Finds events of these rows.
Result<void> checkDeleted(SqlConnection &connection, std::span<const RemovedRange> ranges,
                          const CancelToken &cancel, TreeVerdict &verdict)
{
    TRY(Statement select,
        connection.prepare(
            "SELECT count(*), min(event.row) FROM event JOIN source ON source.id = event.source "
            "WHERE event.row BETWEEN ? AND ? AND source.name IS NOT NULL"));
    qint64 stored = 0;
    RowId first;
    for (const RemovedRange &range : ranges) {
        if (cancel.isCancelled())
            return storeStopped();
        select.bind(1, range.first.value).bind(2, range.last.value);
        TRY(select.firstRow([&stored, &first](const Statement &row) {
            const qint64 count = row.integer(0);
            if (stored == 0 && count > 0)
                first = RowId{row.integer(1)};
            stored += count;
        }));
    }
    if (stored > 0)
        verdict.add(treeProblem(ProblemKind::EventPurged, first, 0, stored));
    return {};
}

} // namespace

Result<PurgeAccounts> checkPurges(SqlConnection &connection, const CancelToken &cancel, TreeVerdict &verdict)
{
    PurgeAccounts accounts;
    PurgedRanges named;
    for (const PurgeNotice &purge : verdict.purges) {
        accounts.records += purge.records;
        if (!purge.rows) {
            accounts.areAllNamed = false;
            accounts.unnamedLeaves += purge.leaves;
            continue;
        }
        TRY(const PurgedRanges ranges, rangesOf(connection, purge, verdict));
        TRY(checkDeleted(connection, ranges, cancel, verdict));
        named.insert(named.end(), ranges.begin(), ranges.end());
    }
    accounts.named = RemovedRows::of(std::move(named));
    return accounts;
}

} // namespace Trailglass
