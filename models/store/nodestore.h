// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/merkle/digest.h"
#include "models/store/statement.h"

#include <QByteArray>

#include <optional>
#include <span>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// A subtree whose hash is stored.
struct StoredNode
{
    Digest hash;
    QByteArray prints = {}; ///< of a chunk: the first byte of the hash of each leaf
};

/// The root of a complete subtree.
/// \param hashes  of its parts, as many as a power of two
/// \thread any
[[nodiscard]] Digest completeRoot(std::span<const Digest> hashes);

/// The hashes of subtrees: table `tree_node`.
/// \thread the connection's
/// \error Storage for hashes that cannot be right; Cancelled
class NodeStore
{
public:
    /// \param connection  must outlive this
    static Result<NodeStore> open(SqlConnection &connection);

    /// \param level  TreeShape::isStored()
    /// \returns nothing for one that is not there
    Result<std::optional<StoredNode>> node(int level, qint64 number);

    /// The hash of a complete subtree of TreeShape::ChunkLevel or more, from as many stored ones as it has.
    /// \error Storage also when one of these is missing
    Result<Digest> hash(int level, qint64 number);

private:
    NodeStore(Statement one, Statement several);

    Statement m_one;
    Statement m_several;
    std::vector<Digest> m_parts; ///< working memory
};

} // namespace Trailglass
