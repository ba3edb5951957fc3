// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/treeverifier.h"

#include "models/store/sqlconnection.h"
#include "models/store/treeshape.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

namespace {

using ProblemKind = TreeProblem::Kind;

constexpr qint64 UnitsOfTop = qint64(1) << (TreeShape::TopLevel - TreeShape::UnitLevel);

bool isAsStored(const CheckedChunk &chunk)
{
    return chunk.computed && chunk.suspects.empty()
        && (!chunk.isComplete() || chunk.stored == chunk.computed);
}

} // namespace

TreeVerifier::TreeVerifier(SqlConnection &connection, NodeStore nodes, const TreeEdge &edge,
                           TreeVerdict &verdict)
    : m_connection(&connection)
    , m_nodes(std::move(nodes))
    , m_edge(edge)
    , m_verdict(&verdict)
{
}

Result<TreeVerifier> TreeVerifier::open(SqlConnection &connection, const TreeEdge &edge, TreeVerdict &verdict)
{
    TRY(NodeStore nodes, NodeStore::open(connection));
    return TreeVerifier(connection, std::move(nodes), edge, verdict);
}

Result<void> TreeVerifier::take(const CheckedUnit &unit)
{
    m_verdict->events += unit.events;
    m_verdict->records += unit.records;
    m_verdict->gone += unit.gone;
    addAll(unit.problems);
    const bool isIntact = isContentIntact(unit);
    m_chunks.clear();
    for (const CheckedChunk &chunk : unit.chunks)
        takeChunk(chunk, isIntact);
    if (!unit.isComplete() || m_isBroken)
        return {};
    judgeUnit(unit);
    return static_cast<qint64>(m_units.size()) == UnitsOfTop ? judgeTop(unit.number / UnitsOfTop)
                                                             : Result<void>();
}

/// Whether the content of all leaves of a unit is as it was, by a hash over them: what differs then are hashes below.
bool TreeVerifier::isContentIntact(const CheckedUnit &unit) const
{
    if (std::ranges::all_of(unit.chunks, isAsStored))
        return true;
    if (m_isBroken
        || !std::ranges::all_of(unit.chunks, [](const auto &chunk) { return chunk.computed.has_value(); }))
        return false;
    TreePeaks peaks = unit.isComplete() ? TreePeaks() : m_peaks;
    std::optional<Digest> rest;
    for (const CheckedChunk &chunk : unit.chunks) {
        if (chunk.isComplete())
            peaks.add(TreeShape::ChunkLevel, *chunk.computed);
        else
            rest = chunk.computed;
    }
    const Digest root = peaks.root(rest);
    return unit.isComplete() ? unit.stored == root : m_edge.range.root() == root;
}

void TreeVerifier::takeChunk(const CheckedChunk &chunk, bool isIntact)
{
    const bool isSure = chunk.isComplete() ? isIntact || isAsStored(chunk) : endsAsClaimed(chunk);
    // Those within the chunk, with its own leaves: where these were altered, nothing can be said of them.
    for (const CheckedHead &head : chunk.heads) {
        const bool isAtEnd = chunk.isComplete() && head.size == chunk.endLeaf();
        if (!isAtEnd && isSure && head.inner && !m_isBroken)
            judgeHead(head, m_peaks.root(head.inner));
    }
    if (!chunk.isComplete()) {
        judgeLast(chunk, isSure);
        return;
    }
    judgeComplete(chunk, isIntact);
    const std::optional<Digest> &counting = isIntact || !chunk.stored ? chunk.computed : chunk.stored;
    m_isBroken = m_isBroken || !counting;
    if (m_isBroken)
        return;
    m_peaks.add(TreeShape::ChunkLevel, *counting);
    m_chunks.push_back(*counting);
    for (const CheckedHead &head : chunk.heads) {
        if (head.size == chunk.endLeaf())
            judgeHead(head, m_peaks.root());
    }
}

void TreeVerifier::judgeComplete(const CheckedChunk &chunk, bool isIntact)
{
    if (isAsStored(chunk))
        return;
    // A hash over the leaves tells that they are as they were, or the hash of the chunk does.
    const bool isIntactHere = isIntact || (chunk.computed && chunk.stored == chunk.computed);
    if (isIntactHere || (chunk.computed && !chunk.stored))
        addHashProblem(chunk.firstLeaf, chunk.count);
    if (isIntactHere)
        return;
    addAll(chunk.suspects);
    if (chunk.suspects.empty() && chunk.computed && chunk.stored)
        m_verdict->add(treeProblem(ProblemKind::ContentAltered, {}, chunk.firstLeaf, chunk.count));
}

/// \param isSure  whether its leaves are as they were
void TreeVerifier::judgeLast(const CheckedChunk &chunk, bool isSure)
{
    if (isSure && !chunk.suspects.empty())
        addHashProblem(chunk.firstLeaf, chunk.count);
    if (!isSure)
        addAll(chunk.suspects);
    m_rest = chunk.computed;
    m_isBroken = m_isBroken || !chunk.computed || (!isSure && !chunk.suspects.empty());
}

/// Whether the last leaves give the root that the writers know.
bool TreeVerifier::endsAsClaimed(const CheckedChunk &chunk) const
{
    return !m_isBroken && chunk.computed && m_peaks.root(chunk.computed) == m_edge.range.root();
}

void TreeVerifier::judgeHead(const CheckedHead &head, const Digest &root)
{
    if (head.stored != root)
        m_verdict->add(treeProblem(ProblemKind::HeadAltered, {}, 0, head.size));
}

void TreeVerifier::judgeUnit(const CheckedUnit &unit)
{
    const Digest root = completeRoot(m_chunks);
    if (unit.stored != root)
        addHashProblem(unit.chunks.front().firstLeaf, TreeShape::UnitLeaves);
    m_units.push_back(root);
}

Result<void> TreeVerifier::judgeTop(qint64 number)
{
    const Digest root = completeRoot(m_units);
    m_units.clear();
    const Result<std::optional<StoredNode>> node = m_nodes.node(TreeShape::TopLevel, number);
    if (!node && node.error().kind == ErrorKind::Cancelled)
        return node.error();
    if (!node || !*node || (*node)->hash != root)
        addHashProblem(number * UnitsOfTop * TreeShape::UnitLeaves, UnitsOfTop * TreeShape::UnitLeaves);
    return {};
}

Result<void> TreeVerifier::finish()
{
    TRY(const std::optional<TreeHead> head, readTreeHead(*m_connection, m_edge.range.size()));
    const Digest claimed = m_edge.range.root();
    if (!head)
        m_verdict->add(treeProblem(ProblemKind::HeadAltered, {}, 0, m_edge.range.size()));
    if (m_isBroken)
        return {};
    const Digest root = m_peaks.root(m_rest);
    if (root == claimed)
        return {};
    // The last head was compared above: where it is right, the edge was altered, and else something among the last leaves.
    const qint64 size = m_edge.range.size();
    const qint64 first = TreeShape::chunkStart(size - 1);
    if ((head && head->root == root) || size % TreeShape::ChunkLeaves == 0)
        addHashProblem(0, size);
    else
        m_verdict->add(treeProblem(ProblemKind::ContentAltered, {}, first, size - first));
    return {};
}

void TreeVerifier::addHashProblem(qint64 firstLeaf, qint64 count)
{
    m_verdict->add(treeProblem(ProblemKind::HashAltered, {}, firstLeaf, count));
}

void TreeVerifier::addAll(const std::vector<TreeProblem> &problems)
{
    for (const TreeProblem &problem : problems)
        m_verdict->add(problem);
}

} // namespace Trailglass
