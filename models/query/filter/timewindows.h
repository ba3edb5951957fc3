// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/query/filter/ast.h"

#include <vector>

namespace Trailglass {
struct QueryContext;
}

namespace Trailglass::Filter {

class ZoneCalendar;

/// The moments a term on `created` or `received` accepts: windows in order, none empty, none touching
/// another.
///
/// Relative times are taken from QueryContext::now, times without a zone are in its display zone.
/// \returns no window when nothing can match (`2026-12..2026-01`)
/// \error Usage for an unknown display zone
[[nodiscard]] Result<std::vector<TimeWindow>> resolveTimes(const Term &term, const QueryContext &context);

/// The same for one TimeValue, RangeOf<TimeValue> or PresentValue; also for those of an `@path`.
[[nodiscard]] std::vector<TimeWindow> resolveTime(Comparison comparison, const Value &value, UtcMicros now,
                                                  const ZoneCalendar &calendar);

/// Sorts, joins what touches, drops what is empty.
[[nodiscard]] std::vector<TimeWindow> joined(std::vector<TimeWindow> windows);

} // namespace Trailglass::Filter
