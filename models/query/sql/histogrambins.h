// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"

#include <span>
#include <vector>

namespace Trailglass {

/// More bins than this help nobody and would let a tiny interval fill the memory.
inline constexpr qint64 MaximumBins = 100'000;

/// Divides moments into bins, as QueryEngine::histogram() promises.
///
/// Equal bins run from the first moment to one microsecond after the last; where that does not divide evenly
/// their widths differ by a microsecond, and each is at least one wide (then the last ones lie after the last
/// moment).
///
/// Pure; \thread any
/// \param times  in any order
/// \error Usage when not exactly one of bins and interval is set, or more than MaximumBins would come out
[[nodiscard]] Result<std::vector<HistogramBin>> binTimes(std::span<const qint64> times,
                                                         const HistogramDivision &division);

} // namespace Trailglass
