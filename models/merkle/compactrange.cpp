// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/compactrange.h"

#include "models/merkle/treehash.h"

#include <bit>

namespace Trailglass {

void CompactRange::append(const Digest &leaf, const Completed &completed)
{
    Q_ASSERT(m_size < MaxSize);
    Digest hash = leaf;
    qint64 number = m_size;
    // Where a subtree is the right one of two, it completes the one that is twice as large.
    for (int level = 1; number % 2 == 1; ++level) {
        hash = nodeHash(m_subtrees.back(), hash);
        m_subtrees.pop_back();
        number /= 2;
        if (completed)
            completed(level, number, hash);
    }
    m_subtrees.push_back(hash);
    ++m_size;
}

Digest CompactRange::root() const
{
    if (m_subtrees.empty())
        return emptyRoot();
    Digest hash = m_subtrees.back();
    for (auto left = m_subtrees.rbegin() + 1; left != m_subtrees.rend(); ++left)
        hash = nodeHash(*left, hash);
    return hash;
}

QByteArray CompactRange::toBytes() const
{
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(m_subtrees.size()) * static_cast<qsizetype>(Digest::Size));
    for (const Digest &subtree : m_subtrees)
        bytes += Trailglass::toBytes(subtree);
    return bytes;
}

std::optional<CompactRange> CompactRange::fromBytes(qint64 size, QByteArrayView bytes)
{
    if (size < 0 || size > MaxSize)
        return {};
    const int count = std::popcount(static_cast<quint64>(size));
    if (bytes.size() != count * static_cast<qsizetype>(Digest::Size))
        return {};
    CompactRange range;
    range.m_size = size;
    std::span<const char> rest(bytes.data(), static_cast<std::size_t>(bytes.size()));
    for (; !rest.empty(); rest = rest.subspan(Digest::Size))
        range.m_subtrees.push_back(*digestFromBytes(rest.first(Digest::Size)));
    return range;
}

} // namespace Trailglass
