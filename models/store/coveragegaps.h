// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/records.h"

#include <vector>

namespace Trailglass {

/// The time in \a window that no entry of a source's ledger covers: events may be missing there.
///
/// \param entries  in any order, overlapping or not
/// \param window  a missing end is unbounded, and so may be the gap at that end
/// \returns in order; none is empty, and no two touch
/// \thread any
[[nodiscard]] std::vector<TimeWindow> uncoveredTimes(const std::vector<CoverageEntry> &entries,
                                                     const TimeWindow &window);

} // namespace Trailglass
