// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/evidencetree.h"

namespace Trailglass {

Result<std::optional<LeafPlace>> StoredTree::placeOf(RowId row)
{
    TRY(const auto leaf, m_reader.leafOf(row));
    if (!leaf)
        return std::optional<LeafPlace>();
    TRY(const auto replaced, m_reader.replacedBy(*leaf));
    return std::optional(LeafPlace{*leaf, replaced});
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
