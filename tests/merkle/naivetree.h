// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/merkle/digest.h"
#include "models/merkle/treeproofs.h"

#include <QByteArray>

#include <map>
#include <utility>
#include <vector>

namespace Trailglass {

/// SHA-256 by Qt's own code, which shares nothing with the library that the product uses.
[[nodiscard]] Digest naiveHash(const QByteArray &bytes);

/// A tree as RFC 9162 defines it: the recursions of sections 2.1.1, 2.1.3.1 and 2.1.4.1, word for word. Hashes of ranges
/// are kept.
class NaiveTree
{
public:
    explicit NaiveTree(std::vector<Digest> leaves);

    /// Of \a size leaves that differ.
    [[nodiscard]] static NaiveTree ofSize(qint64 size);

    [[nodiscard]] qint64 size() const { return static_cast<qint64>(m_leaves.size()); }
    [[nodiscard]] const Digest &leaf(qint64 number) const
    {
        return m_leaves[static_cast<std::size_t>(number)];
    }

    /// MTH(D_size)
    [[nodiscard]] Digest root(qint64 size) const;
    /// PATH(leaf, D_size)
    [[nodiscard]] std::vector<Digest> inclusion(qint64 leaf, qint64 size) const;
    /// PROOF(older, D_size), and nothing for sizes that the RFC leaves out
    [[nodiscard]] std::vector<Digest> consistency(qint64 older, qint64 size) const;

    /// Gives complete subtrees of the first \a size leaves, and an error for any other. The tree outlives it.
    [[nodiscard]] NodeReader reader(qint64 size) const;

private:
    using Hashes = std::vector<Digest>;

    [[nodiscard]] Digest hash(qint64 first, qint64 end) const;
    [[nodiscard]] Hashes path(qint64 leaf, qint64 first, qint64 end) const;
    [[nodiscard]] Hashes subproof(qint64 older, qint64 first, qint64 end, bool isWhole) const;

    std::vector<Digest> m_leaves;
    mutable std::map<std::pair<qint64, qint64>, Digest> m_hashes;
};

} // namespace Trailglass
