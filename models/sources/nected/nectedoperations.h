// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/operationrule.h"

namespace Trailglass {

/// What Nected's actions mean, by their words; the first rule that fits wins.
[[nodiscard]] std::span<const OperationRule> nectedOperationRules();

} // namespace Trailglass
