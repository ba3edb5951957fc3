// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"
#include "models/workspace/preparedquery.h"

namespace Trailglass {

/// Counts events over time, the values of a field apart: up to MaxSplitValues of them all, of more the most frequent ones,
/// and all others together as OtherValues, last.
///
/// Blocking.
/// \error as QueryEngine::histogram(); actors and addresses may have any number of values
[[nodiscard]] Result<Histogram> splitHistogram(QueryEngine &engine, const PreparedQuery &query,
                                               const RoundBins &bins, const Filter::FieldReference &splitBy,
                                               const CancelToken &cancel);

} // namespace Trailglass
