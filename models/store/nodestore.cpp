// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/nodestore.h"

#include "models/merkle/treehash.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"
#include "models/store/treeshape.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

Digest completeRoot(std::span<const Digest> hashes)
{
    std::vector<Digest> level(hashes.begin(), hashes.end());
    for (std::size_t count = level.size(); count > 1; count /= 2) {
        for (std::size_t index = 0; index < count / 2; ++index)
            level[index] = nodeHash(level[2 * index], level[2 * index + 1]);
    }
    return level.front();
}

NodeStore::NodeStore(Statement one, Statement several)
    : m_one(std::move(one))
    , m_several(std::move(several))
{
}

Result<NodeStore> NodeStore::open(SqlConnection &connection)
{
    TRY(Statement one,
        connection.prepare("SELECT hash, prints FROM tree_node WHERE level = ? AND number = ?"));
    TRY(Statement several,
        connection.prepare(
            "SELECT number, hash FROM tree_node WHERE level = ? AND number >= ? AND number < ? "
            "ORDER BY number"));
    return NodeStore(std::move(one), std::move(several));
}

Result<std::optional<StoredNode>> NodeStore::node(int level, qint64 number)
{
    std::optional<StoredNode> found;
    m_one.bind(1, level).bind(2, number);
    TRY(firstStoredRow(m_one, "tree_node", [&](StoredRow &row) -> Result<void> {
        const std::optional<Digest> hash = digestFromBytes(row.blob(0));
        const std::span<const char> prints = row.blob(1);
        TRY(row.check());
        if (!hash)
            return impossibleValue("tree_node", "hash");
        const std::size_t expected =
            level == TreeShape::ChunkLevel ? static_cast<std::size_t>(TreeShape::ChunkLeaves) : 0;
        if (prints.size() != expected)
            return impossibleValue("tree_node", "prints");
        found = StoredNode{.hash = *hash,
                           .prints = QByteArray(prints.data(), static_cast<qsizetype>(prints.size()))};
        return {};
    }));
    return found;
}

Result<Digest> NodeStore::hash(int level, qint64 number)
{
    const int stored = std::min(level - level % TreeShape::ChunkLevel, TreeShape::TopLevel);
    const qint64 count = qint64(1) << (level - stored);
    qint64 next = number * count;
    m_parts.clear();
    m_several.bind(1, stored).bind(2, next).bind(3, next + count);
    TRY(forEachStoredRow(m_several, "tree_node", [&](StoredRow &row) -> Result<void> {
        const qint64 at = row.number(0, StoredRanges::Leaf);
        const std::optional<Digest> hash = digestFromBytes(row.blob(1));
        TRY(row.check());
        if (at != next || !hash)
            return impossibleValue("tree_node", hash ? "number" : "hash");
        m_parts.push_back(*hash);
        ++next;
        return {};
    }));
    if (static_cast<qint64>(m_parts.size()) != count)
        return impossibleValue("tree_node", "number");
    return completeRoot(m_parts);
}

} // namespace Trailglass
