// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/purgeaccounts.h"

#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"

#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace Trailglass {

namespace {

using ProblemKind = TreeProblem::Kind;
using PurgedRanges = std::vector<RemovedRange>;
/// Of purges that name their rows by a hash, by the first row.
using ListedRanges = std::unordered_map<qint64, PurgedRanges>;

/// Finds them in one pass, however many records name the same ones: an entry is of one purge, and the entries of a purge
/// follow each other.
Result<ListedRanges> listedRanges(SqlConnection &connection, const std::vector<PurgeNotice> &purges)
{
    std::unordered_map<qint64, qint64> counts; // by first row, of those that have not come
    for (const PurgeNotice &purge : purges) {
        if (purge.rows && purge.rows->hash)
            counts.emplace(purge.rows->first.value, purge.rows->count);
    }
    ListedRanges listed;
    if (counts.empty())
        return listed;
    qint64 first = 0; // of the purge that the entries are of
    qint64 left = 0; // of its entries
    TRY(visitPurged(connection, [&](const RemovedRange &entry) {
        if (const auto begun = counts.extract(entry.first.value)) {
            first = begun.key();
            left = begun.mapped();
        }
        if (left > 0) {
            listed[first].push_back(entry);
            --left;
        }
    }));
    return listed;
}

/// The rows that a purge names; none, and a problem, where they are not to be found.
/// \pre it names them
/// \param listed  those that are found are taken out
PurgedRanges rangesOf(const PurgeNotice &purge, ListedRanges &listed, TreeVerdict &verdict)
{
    const PurgedRows &rows = *purge.rows;
    if (!rows.hash)
        return rows.ranges;
    PurgedRanges ranges = std::exchange(listed[rows.first.value], {});
    if (areNamed(rows, ranges))
        return ranges;
    verdict.add(treeProblem(ProblemKind::PurgeAltered, {}, purge.leaf, 1));
    return {};
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
    TRY(ListedRanges listed, listedRanges(connection, verdict.purges));
    PurgedRanges named;
    for (const PurgeNotice &purge : verdict.purges) {
        accounts.records += purge.records;
        if (!purge.rows) {
            accounts.areAllNamed = false;
            accounts.unnamedLeaves += purge.leaves;
            continue;
        }
        const PurgedRanges ranges = rangesOf(purge, listed, verdict);
        named.insert(named.end(), ranges.begin(), ranges.end());
    }
    accounts.named = RemovedRows::of(std::move(named));
    // Once for all purges: each row is looked for once, however many name it.
    TRY(checkDeleted(connection, accounts.named.ranges(), cancel, verdict));
    return accounts;
}

} // namespace Trailglass
