// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/merkle/digest.h"

#include <QtGlobal>

#include <functional>
#include <span>
#include <vector>

namespace Trailglass {

// All functions are pure: a tree is what the reader gives, proofs are values.
// \thread any
// \source RFC 9162 2.1.3, 2.1.4

/// Gives the hash of the complete subtree of 2^level leaves of which the first has the number number · 2^level; a leaf has
/// the level 0. Only subtrees that lie within the tree are read.
using NodeReader = std::function<Result<Digest>(int level, qint64 number)>;

/// The root of the first \a size leaves, from at most 63 subtrees.
///
/// \error Usage if \a size is negative
/// \error those of \a node, at once
[[nodiscard]] Result<Digest> rootOf(qint64 size, const NodeReader &node);

/// What shows that a leaf is in a tree: the hashes beside its way to the root, the one beside the leaf first.
///
/// \param leaf  number of the leaf, from 0
/// \param size  leaves of the tree
/// \error Usage if there is no such leaf
/// \error those of \a node, at once
[[nodiscard]] Result<std::vector<Digest>> inclusionProof(qint64 leaf, qint64 size, const NodeReader &node);

/// What shows that a tree begins with all leaves of an older one.
///
/// \param older  leaves of the older tree, at most \a size
/// \returns no hashes if \a older is 0 or \a size: then nothing has to be shown
/// \error Usage if a size is negative, or the older one larger
/// \error those of \a node, at once
[[nodiscard]] Result<std::vector<Digest>> consistencyProof(qint64 older, qint64 size, const NodeReader &node);

/// Whether \a proof shows that the leaf is in the tree. Any numbers and any proof may be given: what cannot be is not shown.
///
/// \param leaf  number of the leaf, from 0
/// \param size  leaves of the tree
/// \source RFC 9162 2.1.3.2
[[nodiscard]] bool provesInclusion(qint64 leaf, qint64 size, const Digest &leafHash,
                                   std::span<const Digest> proof, const Digest &root);

/// Whether \a proof shows that the tree begins with all leaves of the older one. Any numbers and any proof may be given.
///
/// Beyond the RFC, which leaves these out: with an empty proof, two trees of one size are consistent if their roots are
/// equal, and any tree continues the empty one, if the older root is emptyRoot().
/// \source RFC 9162 2.1.4.2
[[nodiscard]] bool provesConsistency(qint64 older, qint64 size, const Digest &olderRoot, const Digest &root,
                                     std::span<const Digest> proof);

} // namespace Trailglass
