// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/filter/ast.h"

#include <vector>

namespace Trailglass {
struct QueryContext;
}

namespace Trailglass::Filter {

class ZoneCalendar;

/// The times that a term on `created` or `received` matches: windows in order, not empty, with gaps between
/// them.
///
/// Relative times are taken from QueryContext::now, times without a zone are in its display zone.
/// \returns no window if nothing can match (a local time that is skipped)
/// \error Usage for an unknown display zone, and for a range that ends before it starts (`2026-12..2026-01`,
/// `2026-12-01..now` in November)
[[nodiscard]] Result<std::vector<TimeWindow>> resolveTimes(const Term &term, const QueryContext &context);

/// The same for one TimeValue, RangeOf<TimeValue> or PresentValue, as written; also for those of an `@path`.
/// \error Usage for a range that ends before it starts
[[nodiscard]] Result<std::vector<TimeWindow>> resolveTime(Comparison comparison, const Value &value,
                                                          UtcMicros now, const ZoneCalendar &calendar);

/// Sorts windows, joins adjacent ones, drops empty ones.
[[nodiscard]] std::vector<TimeWindow> joined(std::vector<TimeWindow> windows);

} // namespace Trailglass::Filter
