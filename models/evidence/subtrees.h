// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/merkle/digest.h"

#include <QtGlobal>

#include <vector>

namespace Trailglass {

/// A complete subtree: 2^level leaves, of which the first has the number number · 2^level. A leaf has the level 0.
struct Subtree
{
    static constexpr int MaxLevel = 61; ///< of trees of at most CompactRange::MaxSize leaves

    int level = 0;
    qint64 number = 0;

    friend bool operator==(const Subtree &, const Subtree &) = default;
};

/// The fewest complete subtrees that together are the leaves from \a first to \a end, from left to right. They are also those
/// that a tree of at least \a end leaves consists of there.
///
/// \param first  inclusive
/// \param end    exclusive
/// \pre 0 <= first, end <= CompactRange::MaxSize
/// \returns at most two of each level; none if there are no leaves
/// \thread any; pure
[[nodiscard]] std::vector<Subtree> subtreesBetween(qint64 first, qint64 end);

/// Puts the parts of a tree together, from left to right, and gives its root: what a list of leaves proves with the hashes of
/// all that is between them.
///
/// A root that is right shows that each hash added is that of its place: whatever the numbers, no leaf is added twice or
/// left out, and none stands in another's place.
/// \thread value type, as any
/// \source RFC 9162 2.1.1; docs/evidence.md
class RootBuilder
{
public:
    [[nodiscard]] qint64 size() const
    {
        return m_size;
    } ///< leaves that were added: the number of the next one

    /// Adds a part that begins where the last one ended. Any numbers may be given.
    ///
    /// \returns false, with nothing changed, for a part that begins elsewhere, or that no tree has
    [[nodiscard]] bool add(const Subtree &part, const Digest &hash);

    /// Of the tree of all leaves that were added; of none: emptyRoot().
    [[nodiscard]] Digest root() const;

private:
    struct Part
    {
        int level = 0;
        Digest hash;
    };

    qint64 m_size = 0;
    std::vector<Part> m_parts; ///< from left to right: their levels fall
};

} // namespace Trailglass
