// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/filter/ast.h"

namespace Trailglass {
struct QueryContext;
}

namespace Trailglass::Filter {

/// The shortest interval of `created` outside of which nothing can match, as the terms on `created` in the
/// top And say, negated ones too; `(created:2025 OR x)` says nothing.
///
/// \param tree  with presets expanded; one by name says nothing
/// \returns unbounded where nothing is said; from == to where no time is left
/// \error Usage for an unknown display zone Pure.
/// \thread any
[[nodiscard]] Result<TimeWindow> createdInterval(const NodePointer &tree, const QueryContext &context);

} // namespace Trailglass::Filter
