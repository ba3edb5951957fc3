// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/nodestore.h"
#include "models/store/treeedge.h"
#include "models/store/treepeaks.h"
#include "models/store/treeunit.h"
#include "models/store/treeverdict.h"

#include <optional>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// Puts units of a tree together, from the first to the last, and judges the stored hashes: whether the content of leaves was
/// altered, or a hash of them.
///
/// Above a chunk, the stored hashes decide where they agree with each other, so that one altered event is one problem, and not
/// one of each hash that depends on it.
/// \thread the connection's
class TreeVerifier
{
public:
    /// \param connection  must outlive this
    /// \param edge  of the tree that is checked
    /// \param verdict  gets problems and counts; must outlive this
    static Result<TreeVerifier> open(SqlConnection &connection, const TreeEdge &edge, TreeVerdict &verdict);

    /// Takes the next unit.
    /// \error Cancelled, Storage when reading itself fails
    Result<void> take(const CheckedUnit &unit);

    /// Compares the root with the stored ones.
    /// \error as take()
    Result<void> finish();

private:
    TreeVerifier(SqlConnection &connection, NodeStore nodes, const TreeEdge &edge, TreeVerdict &verdict);
    [[nodiscard]] bool isContentIntact(const CheckedUnit &unit) const;
    void takeChunk(const CheckedChunk &chunk, bool isIntact);
    void judgeComplete(const CheckedChunk &chunk, bool isIntact);
    void judgeLast(const CheckedChunk &chunk, bool isSure);
    [[nodiscard]] bool endsAsClaimed(const CheckedChunk &chunk) const;
    void judgeHead(const CheckedHead &head, const Digest &root);
    void judgeUnit(const CheckedUnit &unit);
    Result<void> judgeTop(qint64 number);
    void addHashProblem(qint64 firstLeaf, qint64 count);
    void addAll(const std::vector<TreeProblem> &problems);

    SqlConnection *m_connection;
    NodeStore m_nodes;
    TreeEdge m_edge;
    TreeVerdict *m_verdict;
    TreePeaks m_peaks; ///< of the complete chunks taken so far
    std::optional<Digest> m_rest; ///< root of the leaves after them, where it is known
    std::vector<Digest> m_chunks; ///< of the unit that is being taken: the hashes that count
    std::vector<Digest> m_units; ///< likewise, of the subtree of the top level
    bool m_isBroken = false; ///< nothing can be said of roots: a hash is missing and cannot be computed
};

} // namespace Trailglass
