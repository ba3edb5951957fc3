// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/query/queryengine.h"

#include <vector>

namespace Trailglass {

/// How many moments are in the bin that starts at a time.
struct BinCount
{
    qint64 start = 0; ///< µs
    qint64 count = 0; ///< > 0
};

/// Counts moments into bins of one width, without those that stay empty. Pure.
/// \thread any
/// \param times  in any order
/// \param interval  µs, > 0; bins are aligned as HistogramDivision::interval says
/// \returns in order of time, each bin once
[[nodiscard]] std::vector<BinCount> countsOf(std::vector<qint64> times, qint64 interval);

/// Joins what countsOf() gave for parts of the moments, one after the other in any order.
/// \error Cancelled
[[nodiscard]] Result<std::vector<HistogramBin>> joinedBins(std::vector<BinCount> counts, qint64 interval,
                                                           const CancelToken &cancel);

} // namespace Trailglass
