// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"
#include "models/filter/scanner.h"

#include <QString>

#include <optional>
#include <variant>

namespace Trailglass::Filter {

// Interprets the values that have an order: times, hours, numbers, and ranges of them. Pure; any thread.

/// A value, or an error as one translated sentence.
using OrderedValue = std::variant<Value, QString>;

/// A range as written; an open end has no word. At least one end is set.
struct RangeWords
{
    std::optional<Word> from;
    std::optional<Word> to;
};

[[nodiscard]] OrderedValue timeValue(const Word &word);
[[nodiscard]] OrderedValue timeRange(const RangeWords &ends);
[[nodiscard]] OrderedValue hourValue(const Word &word);
[[nodiscard]] OrderedValue hourRange(const RangeWords &ends);

/// What `<` and `>` compare an `@path` with: a number, else a time.
[[nodiscard]] OrderedValue sizeValue(const Word &word);

/// A range over an `@path`: of numbers, else of times (so `2020..2030` are numbers).
/// \returns nothing if the ends are neither; the dots are literal then
[[nodiscard]] std::optional<Value> sizeRange(const RangeWords &ends);

} // namespace Trailglass::Filter
