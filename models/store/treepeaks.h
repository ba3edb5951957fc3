// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/merkle/digest.h"

#include <optional>
#include <vector>

namespace Trailglass {

/// The complete subtrees that the beginning of a tree consists of, put together from subtrees of any size.
/// \thread value type, as any
/// \source RFC 9162 2.1.1
class TreePeaks
{
public:
    /// Adds the next subtree of 2^\a level leaves.
    /// \pre what was added before has a multiple of so many leaves
    void add(int level, const Digest &hash);

    /// The root of what was added, and of what follows it.
    /// \param rest  root of the leaves that follow, fewer than any subtree has; nothing: there are none
    [[nodiscard]] Digest root(const std::optional<Digest> &rest = {}) const;

private:
    struct Peak
    {
        int level = 0;
        Digest hash;
    };
    std::vector<Peak> m_peaks; ///< the largest first
};

} // namespace Trailglass
