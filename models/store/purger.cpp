// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/purger.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/store/blockplace.h"
#include "models/store/dictionarycleaner.h"
#include "models/store/eventhasher.h"
#include "models/store/removedrows.h"
#include "models/store/reviewtable.h"
#include "models/store/schema.h"
#include "models/store/sourcerecords.h"
#include "models/store/sourcetable.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/transaction.h"
#include "models/store/treerecords.h"
#include "models/store/treespans.h"
#include "models/store/treewriter.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

namespace {

Result<void> runFor(SqlConnection &connection, SourceId source, std::string_view sql)
{
    TRY(Statement statement, connection.prepare(sql));
    return statement.bind(1, source.value).run();
}

/// The blocks of a source, in order.
/// \param limit  maximum number of blocks; negative for all
Result<std::vector<BlockPlace>> blocksOf(SqlConnection &connection, SourceId source, qint64 limit)
{
    TRY(Statement statement,
        connection.prepare(
            "SELECT first_row, count FROM raw_block WHERE source = ? ORDER BY first_row LIMIT ?"));
    statement.bind(1, source.value).bind(2, limit);
    std::vector<BlockPlace> blocks;
    TRY(statement.forEachRow([&blocks](const Statement &row) -> Result<void> {
        const std::optional<BlockPlace> place = blockPlaceAt(row);
        if (!place || (!blocks.empty() && place->first <= blocks.back().last()))
            return impossibleValue("raw_block", "first_row, count");
        blocks.push_back(*place);
        return {};
    }));
    return blocks;
}

} // namespace

Purger::Purger(SqlConnection &connection, TreeWriter &tree)
    : m_connection(connection)
    , m_tree(tree)
{
}

Result<void> Purger::begin(SourceId source, UtcMicros at, const QString &by)
{
    TRY(WriteTransaction transaction, WriteTransaction::begin(m_connection));
    m_tree.forget(); // another process may have appended since
    TRY(SourceTable::markRemoved(m_connection, source));
    TRY(auto rows, supersedeRows(source));
    TRY(record(source, std::move(rows), at, by));
    TRY(runFor(m_connection, source,
               "UPDATE source SET purged_name = name, name = NULL, settings = '{}' WHERE id = ?"));
    TRY(m_tree.finish(at));
    return transaction.commit();
}

/// Appends the record of the purge.
Result<void> Purger::record(SourceId source, std::vector<RemovedRange> rows, UtcMicros at, const QString &by)
{
    PurgeNotice notice{.at = at, .source = {}, .by = by, .rows = purgedRows(std::move(rows))};
    TRY(notice.leaves, countLeaves(source));
    TRY(notice.source, m_tree.sourceName(source));
    TRY(notice.records, SourceRecords::count(m_connection, notice.source));
    TRY(m_tree.appendRecord(TreeRecords::Purged, TreeRecords::purged(notice)));
    return {};
}

/// The leaves of all events of the source: as many may be gone because of the purge, and no more. The number of events that
/// is kept with the source would not do, since anybody can write another one.
Result<qint64> Purger::countLeaves(SourceId source)
{
    TRY(const std::vector<BlockPlace> blocks, blocksOf(m_connection, source, -1));
    TRY(TreeSpans spans, TreeSpans::open(m_connection));
    TRY(const qint64 size, m_tree.size());
    qint64 leaves = 0;
    auto block = blocks.begin();
    // Both ascend by row.
    TRY(spans.visit(0, size, [&](const TreeSpan &span) -> Result<void> {
        while (block != blocks.end() && block->last() < span.firstRow)
            ++block;
        for (auto each = block; each != blocks.end() && each->first < span.endRow(); ++each) {
            const RowId first = std::max(each->first, span.firstRow);
            const RowId last = std::min(each->last(), RowId{span.endRow().value - 1});
            leaves += last.value - first.value + 1;
        }
        return {};
    }));
    return leaves;
}

/// Lists all rows of the source in table `superseded`; adjacent blocks become one entry.
/// \returns the entries, by row
Result<std::vector<RemovedRange>> Purger::supersedeRows(SourceId source)
{
    // Checks the blocks: an impossible number must not include rows of other sources.
    TRY(blocksOf(m_connection, source, -1));
    TRY(const qint64 before, readLastRemoval(m_connection));
    TRY(runFor(m_connection, source,
               "WITH block AS (SELECT first_row, first_row + count AS after, "
               "    first_row - sum(count) OVER (ORDER BY first_row) + count AS island FROM raw_block "
               "WHERE source = ?1) "
               "INSERT INTO superseded (first_row, last_row) "
               "SELECT min(first_row), max(after) - 1 FROM block GROUP BY island ORDER BY 1"));
    std::vector<RemovedRange> rows;
    TRY(visitRemovals(m_connection, before,
                      [&rows](qint64, const RemovedRange &range) { rows.push_back(range); }));
    return rows;
}

Result<std::vector<SourceId>> Purger::unfinished()
{
    TRY(Statement statement, m_connection.prepare("SELECT id FROM source WHERE name IS NULL ORDER BY id"));
    std::vector<SourceId> sources;
    TRY(forEachStoredRow(statement, "source", [&sources](StoredRow &row) {
        sources.push_back({row.number(0, StoredRanges::Source)});
    }));
    return sources;
}

Result<void> Purger::finish(SourceId source, const CancelToken &cancel)
{
    TRY(m_connection.execute("PRAGMA secure_delete=ON"));
    Result<void> done = deleteAll(source, cancel);
    // The deleted bytes stay in the write-ahead log until it is truncated, which a reader may delay.
    if (done)
        done = m_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    const Result<void> restored = m_connection.execute("PRAGMA secure_delete=FAST");
    return done ? restored : done;
}

Result<void> Purger::deleteAll(SourceId source, const CancelToken &cancel)
{
    TRY(EventHasher hasher, EventHasher::open(m_connection));
    // The last step reads all remaining events with one statement, which must be interrupted too.
    const CancelScope scope(m_connection, cancel);
    for (;;) {
        if (cancel.isCancelled()) {
            return Error{.kind = ErrorKind::Cancelled,
                         .message =
                             Trailglass::tr("The deletion continues the next time the workspace is opened.")};
        }
        TRY(const bool more, deleteStep(source, hasher, cancel));
        if (!more)
            return deleteRest(source);
    }
}

Result<bool> Purger::deleteStep(SourceId source, EventHasher &hasher, const CancelToken &cancel)
{
    TRY(WriteTransaction transaction, WriteTransaction::begin(m_connection));
    m_tree.forget();
    TRY(hasher.refresh());
    TRY(const std::vector<BlockPlace> blocks, blocksOf(m_connection, source, BlocksPerStep));
    TRY(Statement deleteEvents,
        m_connection.prepare("DELETE FROM event WHERE row BETWEEN ? AND ? AND source = ?"));
    TRY(Statement deleteBlock, m_connection.prepare("DELETE FROM raw_block WHERE first_row = ?"));
    TRY(Statement deleteSignature, m_connection.prepare("DELETE FROM raw_signature WHERE first_row = ?"));
    TRY(Statement deleteIndex,
        m_connection.prepare("DELETE FROM index_part WHERE key >= ? << 8 AND key < (? + 1) << 8"));
    for (const BlockPlace &block : blocks) {
        const qint64 first = block.first.value;
        const qint64 last = block.last().value;
        TRY(keepHashes(source, block, hasher, cancel));
        TRY(ReviewTable::removeMarks(m_connection, block.first, block.last()));
        TRY(deleteEvents.bind(1, first).bind(2, last).bind(3, source.value).run());
        TRY(deleteBlock.bind(1, first).run());
        TRY(deleteSignature.bind(1, first).run());
        TRY(deleteIndex.bind(1, first / Schema::IndexSegmentRows)
                .bind(2, last / Schema::IndexSegmentRows)
                .run());
    }
    TRY(m_tree.finish({}));
    TRY(transaction.commit());
    return !blocks.empty();
}

/// Keeps the leaf hashes of a block's events. One whose content cannot be read any more has none.
Result<void> Purger::keepHashes(SourceId source, const BlockPlace &block, EventHasher &hasher,
                                const CancelToken &cancel)
{
    for (RowId row = block.first; row <= block.last();) {
        TRY(const std::optional<TreeSpan> span, m_tree.spanFrom(row));
        if (!span || span->firstRow > block.last())
            return {};
        TreeSpan piece = *span;
        piece.count = std::min(piece.count, block.last().value - piece.firstRow.value + 1);
        TRY(hasher.visit(piece, cancel, [&](const HashedEvent &event) -> Result<void> {
            if (event.source != source || !event.hash)
                return {};
            return m_tree.keepGone(piece.leafOf(event.row), *event.hash);
        }));
        row = piece.endRow();
    }
    return {};
}

Result<void> Purger::deleteRest(SourceId source)
{
    TRY(WriteTransaction transaction, WriteTransaction::begin(m_connection));
    m_tree.forget();
    TRY(deleteUnusedTexts(m_connection));
    TRY(deleteRecords(source));
    for (const std::string_view sql :
         {"DELETE FROM quarantine WHERE source = ?", "DELETE FROM coverage WHERE source = ?",
          "DELETE FROM sync_run WHERE source = ?", "DELETE FROM source WHERE id = ?"}) {
        TRY(runFor(m_connection, source, sql));
    }
    TRY(m_tree.finish({}));
    return transaction.commit();
}

/// Deletes the source's records in the tree, and keeps their hashes.
Result<void> Purger::deleteRecords(SourceId source)
{
    TRY(const QString name, m_tree.sourceName(source));
    TRY(const std::vector<SourceRecordLeaf> leaves, SourceRecords::beforePurge(m_connection, name));
    for (const SourceRecordLeaf &record : leaves) {
        TRY(m_tree.keepGone(record.leaf, record.hash));
    }
    return SourceRecords::remove(m_connection, leaves);
}

} // namespace Trailglass
