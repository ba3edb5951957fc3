// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace Trailglass {

// Characters in regular expressions of RE2, so that none has another meaning, inside a set or outside. Pure; any thread.

/// Appends one character: as it is, or as `\x{2a}`.
void appendRe2Character(std::string &pattern, char32_t character);

/// Any one of some characters: itself, or a set.
/// \pre not empty
[[nodiscard]] std::string re2AnyOf(std::u32string_view characters);

} // namespace Trailglass
