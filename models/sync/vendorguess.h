// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string_view>

namespace Trailglass {

class Source;

/// Bytes of a text that guessVendor() needs at most.
inline constexpr std::size_t GuessBytes = 256 * 1024;

/// Whose events a text holds: those of the vendor of which it reads at least half as events, if no other vendor
/// reads half as many. The text is read as every vendor's, in the order of allSources().
/// \param beginning  may end anywhere
/// \returns null when that is not clear
/// \thread any
[[nodiscard]] const Source *guessVendor(std::string_view beginning);

} // namespace Trailglass
