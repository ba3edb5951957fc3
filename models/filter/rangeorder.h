// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"
#include "models/filter/filter.h"

namespace Trailglass::Filter {

/// The order of the two ends of a range.
enum class RangeOrder
{
    Rising, ///< the start is not after the end, or one of them is open
    Falling, ///< the end is before the start: nothing can be between them
    Undecided ///< it depends on the current time or on the display zone
};

/// A partial end includes all of its interval: `2026-01-15..2026-01` is Rising. Pure.
/// \thread any
[[nodiscard]] RangeOrder orderOf(const RangeOf<TimeValue> &range);
[[nodiscard]] RangeOrder orderOf(const RangeOf<NumberValue> &range);

/// The error of a range that is Falling; the suggestion is the range with its ends exchanged.
/// \returns an error without position and length
[[nodiscard]] SyntaxError fallingRange(const RangeOf<TimeValue> &range);
[[nodiscard]] SyntaxError fallingRange(const RangeOf<NumberValue> &range);

} // namespace Trailglass::Filter
