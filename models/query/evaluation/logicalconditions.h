// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/evaluation/condition.h"

#include <vector>

namespace Trailglass {

// Builders rather than classes: they fold constants away and keep the cheap parts in front.

[[nodiscard]] ConditionPointer constantCondition(bool value);
[[nodiscard]] ConditionPointer negation(ConditionPointer child);
[[nodiscard]] ConditionPointer conjunction(std::vector<ConditionPointer> children);
[[nodiscard]] ConditionPointer disjunction(std::vector<ConditionPointer> children);

/// The part that decides the rows which Condition::fromColumns() left unknown: without what columns have
/// decided for all of them.
[[nodiscard]] ConditionPointer openPart(const ConditionPointer &condition);

} // namespace Trailglass
