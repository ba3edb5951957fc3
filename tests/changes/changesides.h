// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/changes/valuecomparison.h"

#include <string>
#include <string_view>

namespace Trailglass::Testing {

/// One of the two values that were compared, put together again from the differences alone: what undoing or making
/// the change gives. In the spelling of spelled().
[[nodiscard]] std::string sideBefore(const ValueChange &change);
[[nodiscard]] std::string sideAfter(const ValueChange &change);

/// A JSON value without whitespace and with as few escapes as there can be; equal values have one spelling.
[[nodiscard]] std::string spelled(std::string_view json);

} // namespace Trailglass::Testing
