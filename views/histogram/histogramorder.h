// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/field.h"
#include "models/query/histogram.h"

namespace Trailglass {

// Both are pure.

/// Whether all values of a field are known beforehand.
[[nodiscard]] bool hasFixedOrder(Field splitBy);

/// The same counts with the values in the order of their stacks, from the axis up: failures first, then as the fields
/// list their values, unknown ones last. The order does not depend on the counts, so a colour keeps its place from one
/// result to the next. Those of a field without a fixed order stay as they are, the most frequent one first.
[[nodiscard]] Histogram stacked(Histogram histogram, Field splitBy);

} // namespace Trailglass
