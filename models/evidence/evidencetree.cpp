// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/evidencetree.h"

#include "models/store/treeshape.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

Result<std::optional<LeafPlace>> StoredTree::placeOf(RowId row)
{
    TRY(const auto leaf, m_reader.leafOf(row));
    if (!leaf)
        return std::optional<LeafPlace>();
    TRY(const auto replaced, m_reader.replacedBy(*leaf));
    return std::optional(LeafPlace{*leaf, replaced});
}

Result<void> StoredTree::expect(std::span<const ShownLeaf> leaves)
{
    TRY(const qint64 size, m_reader.size());
    std::vector<qint64> chunks; // in which some leaves are shown, and some are between them
    for (auto leaf = leaves.begin(); leaf != leaves.end();) {
        const qint64 chunk = leaf->number / TreeShape::ChunkLeaves;
        const auto next = std::find_if(leaf, leaves.end(), [chunk](const ShownLeaf &each) {
            return each.number / TreeShape::ChunkLeaves != chunk;
        });
        if (next - leaf < std::min(TreeShape::ChunkLeaves, size - chunk * TreeShape::ChunkLeaves))
            chunks.push_back(chunk);
        leaf = next;
    }
    m_reader.readAhead(std::move(chunks));
    return {};
}

Result<Digest> StoredTree::hashOf(const Subtree &part)
{
    return m_reader.node(part.level, part.number);
}

Result<std::vector<TreeRecord>> StoredTree::records(const QString &kind, qint64 first, int limit)
{
    return m_reader.records(kind, first, limit);
}

} // namespace Trailglass
