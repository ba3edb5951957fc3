// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/histogramresult.h"
#include "models/workspace/querycoverage.h"

#include <vector>

namespace Trailglass {

/// Merges the gaps of all sources into intervals that name the sources. Pure.
///
/// \thread any
/// \param gaps  of one source in order, none touching another, as of coverageGaps()
/// \returns in order, none empty; neighbours that touch have different sources
[[nodiscard]] std::vector<UnsyncedInterval> unsyncedIntervals(const std::vector<CoverageGap> &gaps);

} // namespace Trailglass
