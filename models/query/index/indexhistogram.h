// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/index/selection.h"
#include "models/query/queryengine.h"

namespace Trailglass {

/// Bins the times of the rows of a decided selection.
///
/// \returns no bins for an empty selection
/// \thread any; works on several
/// \error as binTimes(); Cancelled
[[nodiscard]] Result<std::vector<HistogramBin>> binSelected(const ColumnIndex &index,
                                                            const Selection &selection,
                                                            const HistogramDivision &division,
                                                            const CancelToken &cancel);

} // namespace Trailglass
