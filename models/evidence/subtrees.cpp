// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/subtrees.h"

#include "models/merkle/compactrange.h"
#include "models/merkle/treehash.h"

#include <algorithm>
#include <bit>
#include <iterator>

namespace Trailglass {

std::vector<Subtree> subtreesBetween(qint64 first, qint64 end)
{
    std::vector<Subtree> parts;
    while (first < end) {
        const auto left = static_cast<quint64>(end - first);
        const int largest = static_cast<int>(std::bit_width(left)) - 1;
        // 64 for the first leaf of all, which every subtree can begin with.
        const int aligned = std::countr_zero(static_cast<quint64>(first));
        const int level = std::min(largest, aligned);
        parts.push_back({level, first >> level});
        first += qint64{1} << level;
    }
    return parts;
}

bool RootBuilder::add(const Subtree &part, const Digest &hash)
{
    if (part.level < 0 || part.level > Subtree::MaxLevel || part.number < 0)
        return false;
    const qint64 leaves = qint64{1} << part.level;
    // In this order nothing overflows, whatever the number.
    if (m_size > CompactRange::MaxSize - leaves || m_size % leaves != 0 || m_size / leaves != part.number)
        return false;
    m_size += leaves;
    Part last{part.level, hash};
    while (!m_parts.empty() && m_parts.back().level == last.level) {
        last = {last.level + 1, nodeHash(m_parts.back().hash, last.hash)};
        m_parts.pop_back();
    }
    m_parts.push_back(last);
    return true;
}

Digest RootBuilder::root() const
{
    if (m_parts.empty())
        return emptyRoot();
    Digest hash = m_parts.back().hash;
    for (auto part = std::next(m_parts.rbegin()); part != m_parts.rend(); ++part)
        hash = nodeHash(part->hash, hash);
    return hash;
}

} // namespace Trailglass
