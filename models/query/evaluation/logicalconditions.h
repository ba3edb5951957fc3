// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/evaluation/condition.h"

#include <optional>

namespace Trailglass {

// Builders rather than classes: they fold constants away and keep the cheap parts in front.

[[nodiscard]] ConditionPointer constantCondition(bool value);
[[nodiscard]] ConditionPointer negation(ConditionPointer child);
[[nodiscard]] ConditionPointer conjunction(std::vector<ConditionPointer> children);
[[nodiscard]] ConditionPointer disjunction(std::vector<ConditionPointer> children);

/// The value when the condition has the same one for every row.
[[nodiscard]] std::optional<bool> constantValue(const Condition &condition);

/// The part that decides the rows which Condition::fromColumns() left unknown: without what columns have
/// decided for all of them.
[[nodiscard]] ConditionPointer openPart(const ConditionPointer &condition);

} // namespace Trailglass
