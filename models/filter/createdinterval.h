// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/filter/ast.h"

namespace Trailglass {
struct QueryContext;
}

namespace Trailglass::Filter {

/// The shortest interval of `created` outside of which nothing can match, by the terms on `created` in the
/// top And, including negated ones; `(created:2025 OR x)` does not restrict it.
///
/// \param tree  with presets expanded; a preset by name does not restrict the interval
/// \returns unbounded without a restriction; from == to if no time is left
/// \error Usage for an unknown display zone
/// \thread any
[[nodiscard]] Result<TimeWindow> createdInterval(const NodePointer &tree, const QueryContext &context);

} // namespace Trailglass::Filter
