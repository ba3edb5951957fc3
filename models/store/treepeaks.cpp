// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/treepeaks.h"

#include "models/merkle/treehash.h"

namespace Trailglass {

void TreePeaks::add(int level, const Digest &hash)
{
    Peak peak{.level = level, .hash = hash};
    while (!m_peaks.empty() && m_peaks.back().level == peak.level) {
        peak.hash = nodeHash(m_peaks.back().hash, peak.hash);
        ++peak.level;
        m_peaks.pop_back();
    }
    m_peaks.push_back(peak);
}

Digest TreePeaks::root(const std::optional<Digest> &rest) const
{
    std::optional<Digest> root = rest;
    for (auto peak = m_peaks.rbegin(); peak != m_peaks.rend(); ++peak)
        root = root ? nodeHash(peak->hash, *root) : peak->hash;
    return root.value_or(emptyRoot());
}

} // namespace Trailglass
