// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/merkle/digest.h"

#include <QByteArrayView>
#include <QtGlobal>

#include <functional>
#include <optional>
#include <vector>

namespace Trailglass {

/// The right edge of a growing tree: the roots of the complete subtrees that it consists of, as many as its size has bits
/// that are set. Enough to append leaves and to know the root.
///
/// \thread value type, as any
/// \source RFC 9162 2.1.1
class CompactRange
{
public:
    /// Of more leaves there is no range.
    static constexpr qint64 MaxSize = qint64{1} << 62;

    /// Called with a subtree of 2^\a level leaves, of which the first has the number \a number · 2^\a level.
    using Completed = std::function<void(int level, qint64 number, const Digest &hash)>;

    [[nodiscard]] qint64 size() const { return m_size; } ///< leaves

    /// Adds a leaf after the last one.
    ///
    /// \param completed  called for each complete subtree of at least two leaves that \a leaf completes, the smallest first;
    ///                   it does not use this range
    /// \pre size() is less than MaxSize
    void append(const Digest &leaf, const Completed &completed = {});

    /// Of a tree without leaves: emptyRoot().
    [[nodiscard]] Digest root() const;

    /// The hashes of the subtrees, the largest first, 32 bytes each. The size is stored beside them.
    [[nodiscard]] QByteArray toBytes() const;

    /// Reads what toBytes() wrote. That the hashes are those of a tree cannot be seen.
    ///
    /// \returns nothing if a range of \a size leaves does not have as many bytes, or there is none
    [[nodiscard]] static std::optional<CompactRange> fromBytes(qint64 size, QByteArrayView bytes);

    friend bool operator==(const CompactRange &, const CompactRange &) = default;

private:
    qint64 m_size = 0;
    std::vector<Digest> m_subtrees; ///< the largest first
};

} // namespace Trailglass
