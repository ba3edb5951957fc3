// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/filter/ast.h"
#include "models/filter/querycontext.h"

namespace Trailglass {

/// The same filter with every time as a moment in UTC: `created:-7d` as `created:2026-11-23T10:00:00.000000Z..`, and so on. It
/// matches the same events whenever and wherever it is evaluated, but for hours and weekdays, which are of the zone.
///
/// \param tree  with presets expanded
/// \error Usage for an unknown display zone, and for a range that ends before it starts
/// \thread any; pure
[[nodiscard]] Result<Filter::NodePointer> withResolvedTimes(const Filter::NodePointer &tree,
                                                            const QueryContext &context);

} // namespace Trailglass
