// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/field.h"
#include "models/query/histogram.h"

namespace Trailglass {

/// The same counts with the values in the order of their stacks, from the axis up: failures first, then as the fields
/// list their values, unknown ones last. The order does not depend on the counts, so a colour keeps its place from one
/// result to the next. Pure.
[[nodiscard]] Histogram stacked(Histogram histogram, Field splitBy);

} // namespace Trailglass
