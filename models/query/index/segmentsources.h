// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/index/rowbits.h"

#include <memory>
#include <utility>
#include <vector>

namespace Trailglass {

/// How many of the listed rows of a segment are of which source.
struct SegmentSources
{
    std::shared_ptr<const RowBits> listed; ///< the rows that were counted
    std::vector<std::pair<qint64, qint64>> rows; ///< {source, how many}; ascending
};

} // namespace Trailglass
