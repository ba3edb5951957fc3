// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace Trailglass {

/// Decodes the escapes of a JSON string.
///
/// A pair of escaped surrogates is joined to one character; a lone one reads as U+FFFD. What RFC 8259 does
/// not allow (an unknown escape, fewer than four hex digits) is kept as it stands, so no text is ever lost.
/// Linear in the length.
///
/// \param withoutQuotes  what stands between the two quotes, UTF-8
/// \returns UTF-8, valid when the input was; may hold NUL
/// \thread any
/// \source RFC 8259 section 7
[[nodiscard]] std::string decodeJsonString(std::string_view withoutQuotes);

/// The same, appended to \a out.
void appendDecodedJsonString(std::string &out, std::string_view withoutQuotes);

} // namespace Trailglass
