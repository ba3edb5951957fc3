// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/index/segment.h"
#include "models/query/index/segmentsources.h"

#include <vector>

namespace Trailglass {

/// The columns of all events of a workspace, for one state of its database. Immutable;
/// \thread any
struct ColumnIndex
{
    qint64 lastRow = 0; ///< the greatest row number ever given when the index was made
    qint64 removedSequence = 0; ///< the last entry of table `superseded` that is applied
    /// Ascending, those without any listed event left out.
    std::vector<ListedSegment> segments;
    /// Whose events they are, in the order of the segments; see countBySource().
    std::vector<SegmentSources> sources = {};
    int unusable = 0; ///< how many segments were read from the events although some were saved
};

} // namespace Trailglass
