// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <vector>

namespace Trailglass::Filter {

/// The ranges that the top of a tree includes and excludes for one field: RangeOf<NumberValue> or
/// RangeOf<TimeValue>, each once.
struct RangeChoice
{
    std::vector<Value> included; ///< any of these; empty: no restriction
    std::vector<Value> excluded;

    friend bool operator==(const RangeChoice &, const RangeChoice &) = default;
};

/// Reads `@n:0..9,20..29` and `-@n:10..19`. A term with a value that is no range is not read; if several terms
/// include ranges, the first is read. Pure.
/// \thread any
[[nodiscard]] RangeChoice rangeChoiceOf(const NodePointer &tree, const FieldReference &field);

/// Puts \a choice in place of every term of ranges of the field at the top: one term for all that are included,
/// and one for all that are excluded. Everything else is kept. Pure.
/// \thread any
/// \pre the field takes ranges: `created`, `received`, `hour` or an `@path`
[[nodiscard]] NodePointer withRangeChoice(const NodePointer &tree, const FieldReference &field,
                                          const RangeChoice &choice);

} // namespace Trailglass::Filter
