// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace Trailglass {

/// Removes comments, and replaces whitespace and comments between two tokens with one space; none is left at
/// either end. Literals and quoted names are unchanged, so that two SQL texts with the same result mean the
/// same.
///
/// An unfinished comment is removed, an unfinished literal is kept.
/// \thread any
[[nodiscard]] std::string withoutComments(std::string_view sql);

} // namespace Trailglass
