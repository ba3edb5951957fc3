// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/treevaluecheck.h"

#include "models/store/checkpointtable.h"
#include "models/store/goneleaves.h"
#include "models/store/signingkeytable.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/treeedge.h"
#include "models/store/treerecords.h"
#include "models/store/treeshape.h"
#include "models/store/treespans.h"

#include <string>

namespace Trailglass {

namespace {

/// Each row of a statement has numbers within a range in all columns.
Result<void> checkNumbers(SqlConnection &connection, std::string_view sql, const char *table, int columns,
                          StoredRange range)
{
    TRY(Statement select, connection.prepare(sql));
    return forEachStoredRow(select, table, [&](StoredRow &row) {
        for (int column = 0; column < columns; ++column)
            row.numberOrNone(column, range);
    });
}

Result<void> checkRecordTexts(SqlConnection &connection)
{
    TRY(Statement select, connection.prepare("SELECT leaf, kind, length(text) FROM tree_record"));
    return forEachStoredRow(select, "tree_record", [](StoredRow &row) -> Result<void> {
        row.number(0, StoredRanges::Leaf);
        row.number(2, {1, TreeRecords::MaxText});
        const std::string_view kind = row.text(1);
        TRY(row.check());
        return kind.empty() ? impossibleValue("tree_record", "kind") : Result<void>();
    });
}

Result<void> checkNodes(SqlConnection &connection)
{
    TRY(Statement select,
        connection.prepare("SELECT level, number, length(hash), coalesce(length(prints), 0) FROM tree_node"));
    return forEachStoredRow(select, "tree_node", [](StoredRow &row) -> Result<void> {
        const qint64 level = row.number(0, {0, TreeShape::TopLevel});
        row.number(1, StoredRanges::Leaf);
        row.number(2, {Digest::Size, Digest::Size});
        const qint64 prints = level == TreeShape::ChunkLevel ? TreeShape::ChunkLeaves : 0;
        row.number(3, {prints, prints});
        TRY(row.check());
        return TreeShape::isStored(static_cast<int>(level)) ? Result<void>()
                                                            : impossibleValue("tree_node", "level");
    });
}

Result<void> checkHeads(SqlConnection &connection)
{
    TRY(Statement select, connection.prepare("SELECT size, at, length(root) FROM tree_head"));
    return forEachStoredRow(select, "tree_head", [](StoredRow &row) {
        row.number(0, {1, StoredRanges::TreeSize.greatest});
        row.time(1);
        row.number(2, {Digest::Size, Digest::Size});
    });
}

Result<void> checkSpans(SqlConnection &connection)
{
    TRY(TreeSpans spans, TreeSpans::open(connection));
    return spans.visit(0, StoredRanges::TreeSize.greatest, [](const TreeSpan &) { return Result<void>(); });
}

Result<void> checkGoneHashes(SqlConnection &connection)
{
    TRY(GoneLeaves gone, GoneLeaves::open(connection));
    return gone.visit(0, StoredRanges::TreeSize.greatest, [](qint64, const Digest &) {});
}

} // namespace

Result<void> checkTreeValues(SqlConnection &connection)
{
    TRY(const bool isThere, hasTree(connection));
    if (!isThere)
        return {};
    TRY(readTreeEdge(connection));
    TRY(checkSpans(connection));
    TRY(checkRecordTexts(connection));
    TRY(checkGoneHashes(connection));
    TRY(checkNodes(connection));
    TRY(checkHeads(connection));
    TRY(checkNumbers(connection, "SELECT leaf, replaces FROM tree_replaced", "tree_replaced", 2,
                     StoredRanges::Leaf));
    TRY(checkNumbers(connection, "SELECT created, received FROM tree_replaced", "tree_replaced", 2,
                     StoredRanges::Time));
    TRY(checkNumbers(connection, "SELECT leaf FROM quarantine", "quarantine", 1, StoredRanges::Leaf));
    TRY(checkNumbers(connection, "SELECT leaf FROM coverage", "coverage", 1, StoredRanges::Leaf));
    TRY(CheckpointTable::all(connection));
    TRY(SigningKeyTable::all(connection));
    return {};
}

} // namespace Trailglass
