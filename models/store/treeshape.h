// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

/// Which subtrees of the hash tree are stored: those of every eighth level. Hashes of smaller ones come from the leaves of
/// one chunk, others from at most 255 stored hashes.
namespace Trailglass::TreeShape {

/// A chunk: the smallest subtree of which a hash is stored.
inline constexpr int ChunkLevel = 8;
inline constexpr qint64 ChunkLeaves = qint64(1) << ChunkLevel;
/// What one thread checks at a time.
inline constexpr int UnitLevel = 16;
inline constexpr qint64 UnitLeaves = qint64(1) << UnitLevel;
/// The largest subtrees that are stored.
inline constexpr int TopLevel = 24;

/// Whether subtrees of 2^\a level leaves are stored.
[[nodiscard]] constexpr bool isStored(int level)
{
    return level == ChunkLevel || level == UnitLevel || level == TopLevel;
}

/// The first leaf of the chunk that holds \a leaf.
[[nodiscard]] constexpr qint64 chunkStart(qint64 leaf)
{
    return leaf - leaf % ChunkLeaves;
}

} // namespace Trailglass::TreeShape
