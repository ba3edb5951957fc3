// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string_view>
#include <vector>

namespace Trailglass {

/// Cuts a line into what a reader takes for one: words, runs of whitespace, single signs; of scripts that are
/// written without spaces, single characters. Marks and joiners stay with the character that they belong to.
/// All pieces together are the line.
/// \param line  UTF-8
/// \thread any
[[nodiscard]] std::vector<std::string_view> wordsOf(std::string_view line);

/// The lines of a text, without the line feeds between them: always one more than there are line feeds.
/// \thread any
[[nodiscard]] std::vector<std::string_view> linesOf(std::string_view text);

} // namespace Trailglass
