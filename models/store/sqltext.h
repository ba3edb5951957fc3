// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace Trailglass {

/// SQL without its comments, and with one space where there was whitespace or a comment between two tokens;
/// none at either end. Texts and quoted names stay as they are: two SQL texts with the same result mean the
/// same.
///
/// An unfinished comment ends with the text, an unfinished literal is kept.
/// \thread any
[[nodiscard]] std::string withoutComments(std::string_view sql);

} // namespace Trailglass
