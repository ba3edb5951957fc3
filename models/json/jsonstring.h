// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace Trailglass {

/// Decodes the escapes of a JSON string.
///
/// A pair of escaped surrogates becomes one character; a lone one reads as U+FFFD. Escapes that RFC 8259 does
/// not allow are kept unchanged, so no text is ever lost. Linear in the length.
///
/// \param withoutQuotes  the bytes between the two quotes, UTF-8
/// \returns UTF-8, valid if the input was; may contain NUL
/// \thread any
/// \source RFC 8259 section 7
[[nodiscard]] std::string decodeJsonString(std::string_view withoutQuotes);

/// The same, appended to \a out.
void appendDecodedJsonString(std::string &out, std::string_view withoutQuotes);

/// Whether decodeJsonString() puts U+FFFD in the place of an escaped lone surrogate.
///
/// \param withoutQuotes  the same; quotes around it make no difference
/// \thread any
[[nodiscard]] bool hasLoneSurrogate(std::string_view withoutQuotes);

/// The UTF-16 code unit of the `\uXXXX` at the start of \a text; nothing if there is none.
/// \thread any
[[nodiscard]] std::optional<char32_t> readUnicodeEscape(std::string_view text);

} // namespace Trailglass
