// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/treeunit.h"

#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/transaction.h"
#include "models/store/treepeaks.h"
#include "models/store/treeshape.h"

#include <algorithm>
#include <span>
#include <utility>

namespace Trailglass {

namespace {

using ProblemKind = TreeProblem::Kind;

/// Lets the check go on after a part that cannot be read: that becomes a problem.
Result<void> noteDamage(const Result<void> &done, qint64 first, qint64 end, CheckedUnit &unit)
{
    if (done || done.error().kind == ErrorKind::Cancelled)
        return done;
    unit.problems.push_back({.kind = ProblemKind::TableDamaged,
                             .firstLeaf = first,
                             .count = end - first,
                             .sentence = done.error().message});
    return {};
}

ProblemKind alteredKind(StoredLeaf::Kind kind)
{
    switch (kind) {
    case StoredLeaf::Kind::Record:
        return ProblemKind::RecordAltered;
    case StoredLeaf::Kind::Gone:
        return ProblemKind::GoneAltered;
    default:
        return ProblemKind::EventAltered;
    }
}

void countLeaf(const StoredLeaf &leaf, CheckedUnit &unit)
{
    switch (leaf.kind) {
    case StoredLeaf::Kind::Event:
        ++unit.events;
        break;
    case StoredLeaf::Kind::Record:
        ++unit.records;
        break;
    case StoredLeaf::Kind::Gone:
        ++unit.gone;
        break;
    case StoredLeaf::Kind::Missing:
        break;
    }
}

} // namespace

bool CheckedChunk::isComplete() const
{
    return count == TreeShape::ChunkLeaves;
}

bool CheckedUnit::isComplete() const
{
    return !chunks.empty() && chunks.back().endLeaf() == (number + 1) * TreeShape::UnitLeaves;
}

TreeUnitChecker::TreeUnitChecker(std::unique_ptr<SqlConnection> connection, TreeBounds bounds,
                                 CancelToken cancel)
    : m_connection(std::move(connection))
    , m_bounds(std::move(bounds))
    , m_cancel(std::move(cancel))
    , m_scope(std::make_unique<CancelScope>(*m_connection, m_cancel))
{
}

TreeUnitChecker::~TreeUnitChecker() = default;

Result<std::unique_ptr<TreeUnitChecker>>
TreeUnitChecker::open(const QString &workspace, const TreeBounds &bounds, const CancelToken &cancel)
{
    TRY(std::unique_ptr<SqlConnection> connection, SqlConnection::openForReading(workspace));
    std::unique_ptr<TreeUnitChecker> checker(new TreeUnitChecker(std::move(connection), bounds, cancel));
    TRY(checker->prepare());
    return checker;
}

Result<void> TreeUnitChecker::prepare()
{
    // One state of the database for all units, so that what a purge deletes meanwhile is not missed.
    TRY(ReadTransaction transaction, ReadTransaction::begin(*m_connection));
    m_transaction = std::make_unique<ReadTransaction>(std::move(transaction));
    TRY(m_leaves, LeafReader::open(*m_connection));
    TRY(m_nodes, NodeStore::open(*m_connection));
    TRY(m_heads,
        m_connection->prepare("SELECT size, root FROM tree_head WHERE size > ? AND size <= ? ORDER BY size"));
    // Events of a source that was being purged before there was a tree have no leaf.
    TRY(m_unknownRows,
        m_connection->prepare(
            "SELECT count(*), min(row) FROM event WHERE row BETWEEN ? AND ? AND source NOT IN "
            "(SELECT id FROM source WHERE name IS NULL AND purged_name IS NULL)"));
    return m_leaves->refresh();
}

Result<CheckedUnit> TreeUnitChecker::check(qint64 number)
{
    CheckedUnit unit{.number = number};
    const qint64 first = number * TreeShape::UnitLeaves;
    const qint64 end = std::min(first + TreeShape::UnitLeaves, m_bounds.size);
    TRY(noteDamage(checkRows(first, end, unit), first, end, unit));
    for (qint64 leaf = first; leaf < end; leaf += TreeShape::ChunkLeaves) {
        TRY(checkChunk(leaf, std::min(leaf + TreeShape::ChunkLeaves, end), unit));
    }
    if (!unit.isComplete())
        return unit;
    const Result<std::optional<StoredNode>> node = m_nodes->node(TreeShape::UnitLevel, number);
    TRY(noteDamage(node ? Result<void>() : node.error(), first, end, unit));
    if (node && *node)
        unit.stored = (*node)->hash;
    return unit;
}

/// Finds events in rows that are in no leaf: between those of the spans, and before the first one.
Result<void> TreeUnitChecker::checkRows(qint64 first, qint64 end, CheckedUnit &unit)
{
    TRY(RowId next, rowBefore(first));
    return m_leaves->spans().visit(first, end, [&](const TreeSpan &span) -> Result<void> {
        if (span.firstRow < next)
            return impossibleValue("tree_span", "first_row");
        TRY(checkGap(next, {span.firstRow.value - 1}, unit));
        next = span.endRow();
        return {};
    });
}

/// The row after the last one whose leaf is before \a leaf.
Result<RowId> TreeUnitChecker::rowBefore(qint64 leaf)
{
    RowId next{1};
    if (leaf == 0)
        return next;
    TRY(const std::optional<TreeSpan> span, m_leaves->spans().atOrBefore(leaf - 1));
    if (span)
        next = span->holdsLeaf(leaf) ? span->rowOf(leaf) : span->endRow();
    return next;
}

Result<void> TreeUnitChecker::checkGap(RowId first, RowId last, CheckedUnit &unit)
{
    if (last < first)
        return {};
    TRY(m_unknownRows.bind(1, first.value).bind(2, last.value).firstRow([&unit](const Statement &row) {
        if (const qint64 count = row.integer(0); count > 0)
            unit.problems.push_back(treeProblem(ProblemKind::EventUnknown, RowId{row.integer(1)}, 0, count));
    }));
    return {};
}

Result<void> TreeUnitChecker::checkChunk(qint64 first, qint64 end, CheckedUnit &unit)
{
    CheckedChunk &chunk = unit.chunks.emplace_back(CheckedChunk{.firstLeaf = first, .count = end - first});
    m_hashes.clear();
    const Result<QByteArray> prints = readStored(chunk);
    TRY(noteDamage(prints ? Result<void>() : prints.error(), first, end, unit));
    const auto leaves = m_leaves->read(first, end, m_cancel);
    TRY(noteDamage(leaves ? Result<void>() : leaves.error(), first, end, unit));
    if (leaves)
        judgeLeaves(**leaves, prints ? *prints : QByteArray(), chunk, unit);
    const Result<void> heads = readHeads(chunk);
    hashLeaves(chunk, heads ? std::span(chunk.heads) : std::span<CheckedHead>());
    return noteDamage(heads, first, end, unit);
}

/// Reads the hash that is stored of a complete chunk.
/// \returns its prints; empty where they are not known
Result<QByteArray> TreeUnitChecker::readStored(CheckedChunk &chunk)
{
    if (!chunk.isComplete())
        return m_bounds.prints;
    TRY(const std::optional<StoredNode> node,
        m_nodes->node(TreeShape::ChunkLevel, chunk.firstLeaf / TreeShape::ChunkLeaves));
    if (!node)
        return QByteArray();
    chunk.stored = node->hash;
    return node->prints;
}

void TreeUnitChecker::judgeLeaves(const std::vector<StoredLeaf> &leaves, const QByteArray &prints,
                                  CheckedChunk &chunk, CheckedUnit &unit)
{
    TreeProblemRuns certain(unit.problems);
    TreeProblemRuns suspects(chunk.suspects);
    bool isKnown = true;
    qint64 number = chunk.firstLeaf;
    for (const StoredLeaf &leaf : leaves) {
        countLeaf(leaf, unit);
        isKnown = isKnown && leaf.hash;
        if (isKnown)
            m_hashes.push_back(*leaf.hash);
        const auto position = static_cast<qsizetype>(number - chunk.firstLeaf);
        if (!leaf.hash) {
            const ProblemKind lost = leaf.kind == StoredLeaf::Kind::Event ? ProblemKind::EventUnreadable
                : leaf.row                                                ? ProblemKind::EventMissing
                                                                          : ProblemKind::RecordMissing;
            certain.add(lost, leaf.row, number);
        } else if (position < prints.size()
                   && static_cast<unsigned char>(prints[position]) != leaf.hash->bytes.front()) {
            suspects.add(alteredKind(leaf.kind), leaf.row, number);
        }
        ++number;
    }
}

/// Reads the heads that end in the chunk.
Result<void> TreeUnitChecker::readHeads(CheckedChunk &chunk)
{
    m_heads.bind(1, chunk.firstLeaf).bind(2, chunk.endLeaf());
    return forEachStoredRow(m_heads, "tree_head", [&chunk](StoredRow &row) {
        const qint64 size = row.number(0, {chunk.firstLeaf + 1, chunk.endLeaf()});
        chunk.heads.push_back({.size = size, .stored = digestFromBytes(row.blob(1))});
    });
}

/// Computes the root of the chunk and, on the way, what of the roots of heads is of it, as far as leaves are known.
/// \param heads  of the chunk, ascending
void TreeUnitChecker::hashLeaves(CheckedChunk &chunk, std::span<CheckedHead> heads) const
{
    TreePeaks peaks;
    qint64 end = chunk.firstLeaf;
    auto head = heads.begin();
    for (const Digest &hash : m_hashes) {
        peaks.add(0, hash);
        ++end;
        for (; head != heads.end() && head->size <= end; ++head)
            head->inner = peaks.root();
    }
    if (end == chunk.endLeaf())
        chunk.computed = peaks.root();
}

} // namespace Trailglass
