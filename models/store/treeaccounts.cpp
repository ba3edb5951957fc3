// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/treeaccounts.h"

#include "models/store/goneleaves.h"
#include "models/store/hiddenevents.h"
#include "models/store/idchunk.h"
#include "models/store/loggedrows.h"
#include "models/store/purgeaccounts.h"
#include "models/store/removedrows.h"
#include "models/store/replacedleaves.h"
#include "models/store/reviewaccounts.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/treespans.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace Trailglass {

namespace {

using ProblemKind = TreeProblem::Kind;
using LeafNumbers = std::unordered_set<qint64>;

Result<void> readPurges(SqlConnection &connection, TreeVerdict &verdict)
{
    TRY(Statement select,
        connection.prepare("SELECT leaf, text FROM tree_record WHERE kind = ? ORDER BY leaf"));
    return forEachStoredRow(select.bind(1, TreeRecords::Purged), "tree_record", [&verdict](StoredRow &row) {
        // One that was altered is a problem of its leaf.
        if (const auto notice = TreeRecords::readPurged(row.number(0, StoredRanges::Leaf), row.text(1)))
            verdict.purges.push_back(*notice);
    });
}

/// Finds records whose column `kind`, by which they are looked up, is not what their text says: only the text is hashed.
Result<void> checkKinds(SqlConnection &connection, TreeVerdict &verdict)
{
    // JSON escapes the quotes within texts.
    TRY(Statement select,
        connection.prepare(
            "SELECT leaf FROM tree_record WHERE instr(text, '\"kind\":\"' || kind || '\"') = 0 "
            "ORDER BY leaf"));
    return select.forEachRow([&verdict](const Statement &row) {
        verdict.add(treeProblem(ProblemKind::RecordAltered, {}, row.integer(0), 1));
    });
}

/// Which leaves are gone, and why.
class GoneAccount
{
public:
    /// \param verdict  gets problems
    GoneAccount(TreeSpans spans, PurgeAccounts purges, RemovedRows removed, std::vector<qint64> replaced,
                TreeVerdict &verdict)
        : m_spans(std::move(spans))
        , m_purges(std::move(purges))
        , m_removed(std::move(removed))
        , m_replaced(std::move(replaced))
        , m_verdict(verdict)
    {
        m_runs.emplace(m_unexplained);
    }
    GoneAccount(const GoneAccount &) = delete;
    GoneAccount &operator=(const GoneAccount &) = delete;

    Result<void> take(qint64 leaf)
    {
        if (!m_span || !m_span->holdsLeaf(leaf)) {
            TRY(m_span, m_spans.atOrBefore(leaf));
        }
        if (!m_span || !m_span->holdsLeaf(leaf)) {
            ++m_records;
        } else if (!std::ranges::binary_search(m_replaced, leaf)) {
            takeEvent(m_span->rowOf(leaf), leaf);
        }
        return {};
    }

    /// Call it after the last leaf.
    void finish()
    {
        m_runs.reset();
        for (TreeProblem &problem : m_unexplained)
            m_verdict.add(std::move(problem));
        m_unexplained.clear();
        if (const qint64 count = beyond(); count > 0)
            m_verdict.add(treeProblem(ProblemKind::GoneUnexplained, {}, 0, count));
    }

private:
    void takeEvent(RowId row, qint64 leaf)
    {
        if (m_purges.named.contains(row))
            return;
        // A purge of an earlier version says only how many it took.
        if (!m_purges.areAllNamed && m_removed.contains(row))
            ++m_events;
        else
            addUnexplained(row, leaf);
    }

    void addUnexplained(RowId row, qint64 leaf)
    {
        m_runs->add(ProblemKind::GoneUnexplained, row, leaf);
        // Only the last one can grow: a stranger's table may have millions.
        if (m_unexplained.size() > 1) {
            m_verdict.add(std::move(m_unexplained.front()));
            m_unexplained.erase(m_unexplained.begin());
        }
    }

    /// More than the purges of the tree's records say.
    [[nodiscard]] qint64 beyond() const
    {
        return std::max<qint64>(m_events - m_purges.unnamedLeaves, 0)
            + std::max<qint64>(m_records - m_purges.records, 0);
    }

    TreeSpans m_spans;
    PurgeAccounts m_purges;
    RemovedRows m_removed;
    std::vector<qint64> m_replaced; ///< leaves
    TreeVerdict &m_verdict;
    std::vector<TreeProblem> m_unexplained; ///< those that are not in the verdict yet
    std::optional<TreeProblemRuns> m_runs; ///< adds to these
    std::optional<TreeSpan> m_span;
    qint64 m_events = 0;
    qint64 m_records = 0;
};

Result<void> checkGone(SqlConnection &connection, qint64 size, const CancelToken &cancel,
                       TreeVerdict &verdict)
{
    TRY(PurgeAccounts purges, checkPurges(connection, cancel, verdict));
    TRY(TreeSpans spans, TreeSpans::open(connection));
    TRY(RemovedRows removed, RemovedRows::load(connection, RowId{1}, IdChunk::GreatestRow));
    TRY(std::vector<qint64> replaced, provenReplacements(connection, cancel));
    TRY(GoneLeaves gone, GoneLeaves::open(connection));
    GoneAccount account(std::move(spans), std::move(purges), std::move(removed), std::move(replaced),
                        verdict);
    Result<void> taken;
    TRY(gone.visit(0, size, [&](qint64 leaf, const Digest &) {
        if (cancel.isCancelled())
            taken = storeStopped();
        if (taken)
            taken = account.take(leaf);
    }));
    TRY(taken);
    account.finish();
    return {};
}

/// The leaves of quarantined rows whose deletion is recorded.
Result<LeafNumbers> removedLeaves(SqlConnection &connection)
{
    TRY(Statement select, connection.prepare("SELECT text FROM tree_record WHERE kind = ?"));
    LeafNumbers leaves;
    TRY(forEachStoredRow(select.bind(1, TreeRecords::Removed), "tree_record", [&leaves](StoredRow &row) {
        if (const auto leaf = TreeRecords::readRemoved(row.text(0)))
            leaves.insert(*leaf);
    }));
    return leaves;
}

/// Compares rows with their records, both ways. Two rows cannot have one record.
/// \param explained  leaves of records that need no row
Result<void> checkLogged(SqlConnection &connection, std::string_view kind, ProblemKind problem,
                         Result<void> (*visit)(SqlConnection &, const LoggedRows::Visitor &),
                         LeafNumbers explained, TreeVerdict &verdict)
{
    TRY(Statement record,
        connection.prepare("SELECT 1 FROM tree_record WHERE leaf = ? AND kind = ? AND text = ?"));
    qint64 differing = 0;
    TRY(visit(connection, [&](LoggedRow &&row) -> Result<void> {
        const bool isFirst = row.leaf && explained.insert(*row.leaf).second;
        if (row.isPurged)
            return {};
        if (!isFirst || !row.record) {
            ++differing;
            return {};
        }
        const std::string_view text(row.record->constData(), static_cast<std::size_t>(row.record->size()));
        record.bind(1, *row.leaf).bind(2, kind).bind(3, text);
        TRY(const bool isAsRecorded, record.hasRow());
        differing += isAsRecorded ? 0 : 1;
        return {};
    }));
    TRY(Statement records, connection.prepare("SELECT leaf FROM tree_record WHERE kind = ?"));
    TRY(records.bind(1, kind).forEachRow(
        [&](const Statement &row) { differing += explained.contains(row.integer(0)) ? 0 : 1; }));
    if (differing > 0)
        verdict.add(treeProblem(problem, {}, 0, differing));
    return {};
}

Result<void> checkQuarantined(SqlConnection &connection, TreeVerdict &verdict)
{
    TRY(LeafNumbers removed, removedLeaves(connection));
    return checkLogged(connection, TreeRecords::Quarantined, ProblemKind::QuarantineAltered,
                       LoggedRows::visitQuarantined, std::move(removed), verdict);
}

/// Finds rows of the tree's tables beyond the tree.
Result<void> checkBeyond(SqlConnection &connection, qint64 size, TreeVerdict &verdict)
{
    TRY(Statement select,
        connection.prepare(
            "SELECT EXISTS (SELECT 1 FROM tree_span WHERE first_leaf + count > ?1 OR first_leaf < 0) "
            "OR EXISTS (SELECT 1 FROM tree_record WHERE leaf >= ?1 OR leaf < 0) "
            "OR EXISTS (SELECT 1 FROM tree_gone WHERE first_leaf + length(hashes) / 32 > ?1 OR first_leaf < "
            "0) "
            "OR EXISTS (SELECT 1 FROM tree_head WHERE size > ?1 OR size < 1) "
            "OR EXISTS (SELECT 1 FROM tree_node WHERE level NOT IN (8, 16, 24) OR number < 0 "
            "    OR number >= ?1 >> level)"));
    qint64 found = 0;
    TRY(select.bind(1, size).firstRow([&found](const Statement &row) { found = row.integer(0); }));
    if (found != 0)
        verdict.add(treeProblem(ProblemKind::TableDamaged, {}, 0, 0));
    return {};
}

/// Finds events in rows before the first and after the last one of the tree.
Result<void> checkOuterRows(SqlConnection &connection, qint64 size, TreeVerdict &verdict)
{
    TRY(TreeSpans spans, TreeSpans::open(connection));
    TRY(const std::optional<TreeSpan> last, spans.atOrBefore(size));
    TRY(Statement select,
        connection.prepare(
            "SELECT count(*), min(row) FROM event WHERE (row < 1 OR row >= ?) AND source NOT IN "
            "(SELECT id FROM source WHERE name IS NULL AND purged_name IS NULL)"));
    TRY(select.bind(1, last ? last->endRow().value : 1).firstRow([&verdict](const Statement &row) {
        if (const qint64 count = row.integer(0); count > 0)
            verdict.add(treeProblem(ProblemKind::EventUnknown, RowId{row.integer(1)}, 0, count));
    }));
    return {};
}

} // namespace

Result<void> checkTreeAccounts(SqlConnection &connection, qint64 size, const CancelToken &cancel,
                               TreeVerdict &verdict)
{
    const std::function<Result<void>()> checks[] = {
        [&] { return readPurges(connection, verdict); },
        [&] { return checkKinds(connection, verdict); },
        [&] { return checkGone(connection, size, cancel, verdict); },
        [&] { return checkQuarantined(connection, verdict); },
        [&] {
            return checkLogged(connection, TreeRecords::Coverage, ProblemKind::CoverageAltered,
                               LoggedRows::visitCoverage, {}, verdict);
        },
        [&] { return checkReviewAccounts(connection, cancel, verdict); },
        [&] { return checkHiddenEvents(connection, size, verdict); },
        [&] { return checkBeyond(connection, size, verdict); },
        [&] { return checkOuterRows(connection, size, verdict); },
    };
    for (const auto &check : checks) {
        const Result<void> done = check();
        if (!done && done.error().kind == ErrorKind::Cancelled)
            return done;
        if (!done)
            verdict.add({.kind = ProblemKind::TableDamaged, .sentence = done.error().message});
    }
    return {};
}

} // namespace Trailglass
