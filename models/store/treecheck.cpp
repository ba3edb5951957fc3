// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/treecheck.h"

#include "models/core/orderedpieces.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/transaction.h"
#include "models/store/treeaccounts.h"
#include "models/store/treeedge.h"
#include "models/store/treeshape.h"
#include "models/store/treeunit.h"
#include "models/store/treeverifier.h"

#include <memory>

namespace Trailglass {

namespace {

/// Checks units with a connection of its own, opened by the thread that uses it.
PieceWork<CheckedUnit> unitWork(const QString &workspace, const TreeBounds &bounds, const CancelToken &cancel)
{
    const auto checker = std::make_shared<std::unique_ptr<TreeUnitChecker>>();
    return [&workspace, &bounds, &cancel, checker](qint64 number) -> Result<CheckedUnit> {
        if (!*checker) {
            TRY(*checker, TreeUnitChecker::open(workspace, bounds, cancel));
        }
        return (*checker)->check(number);
    };
}

/// Whether the tables have about as many leaves as the tree. Else the size is made up, and a check of as many leaves would
/// take hours.
Result<bool> hasLeaves(SqlConnection &connection, qint64 size)
{
    // total(), not sum(): it cannot overflow.
    TRY(Statement select,
        connection.prepare(
            "SELECT CAST((SELECT total(count) FROM tree_span) + (SELECT count(*) FROM tree_record) "
            "+ (SELECT total(length(hashes)) FROM tree_gone) / 32 AS INTEGER)"));
    qint64 leaves = 0;
    TRY(select.firstRow([&leaves](const Statement &row) { leaves = row.integer(0); }));
    return size - TreeShape::UnitLeaves <= leaves;
}

Result<void> checkLeaves(SqlConnection &connection, const QString &workspace, const TreeEdge &edge,
                         const CancelToken &cancel, const TreeCheckProgress &progress, unsigned threads,
                         TreeVerdict &verdict)
{
    TRY(TreeVerifier verifier, TreeVerifier::open(connection, edge, verdict));
    const TreeBounds bounds{.size = edge.range.size(), .prints = edge.prints};
    const qint64 units = (bounds.size + TreeShape::UnitLeaves - 1) / TreeShape::UnitLeaves;
    const auto take = [&](CheckedUnit &&unit) -> Result<void> {
        TRY(verifier.take(unit));
        if (progress)
            progress(unit.chunks.back().endLeaf());
        return cancel.isCancelled() ? storeStopped() : Result<void>();
    };
    TRY(doPiecesInOrder<CheckedUnit>(
        units, [&] { return unitWork(workspace, bounds, cancel); }, take, threads));
    return verifier.finish();
}

} // namespace

Result<TreeVerdict> checkTree(const QString &workspace, const CancelToken &cancel,
                              const TreeCheckProgress &progress, unsigned threads)
{
    TRY(const std::unique_ptr<SqlConnection> connection, SqlConnection::openForReading(workspace));
    TRY([[maybe_unused]] const ReadTransaction transaction, ReadTransaction::begin(*connection));
    const CancelScope scope(*connection, cancel);
    TreeVerdict verdict;
    TRY(const bool isThere, hasTree(*connection));
    if (!isThere)
        return verdict;
    TRY(const TreeEdge edge, readTreeEdge(*connection));
    verdict.isBuilt = edge.isBuilt;
    verdict.size = edge.range.size();
    verdict.root = edge.range.root();
    if (!edge.isBuilt)
        return verdict;
    TRY(const bool isPlausible, hasLeaves(*connection, verdict.size));
    if (!isPlausible)
        return impossibleValue("tree_edge", "size");
    TRY(checkLeaves(*connection, workspace, edge, cancel, progress, threads, verdict));
    TRY(checkTreeAccounts(*connection, verdict.size, cancel, verdict));
    return verdict;
}

} // namespace Trailglass
