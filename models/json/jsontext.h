// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace Trailglass {

/// Appends \a text as a JSON string, quotes included.
///
/// Escapes as little as RFC 8259 allows: `"`, `\` and control characters below U+0020; UTF-8 is kept. Invalid
/// UTF-8 becomes U+FFFD, so the output is always valid. Pure.
/// \thread any
void appendJsonString(std::string_view text, std::string &out);

/// Appends a JSON value on one line: line breaks between its tokens (a valid JSON string has none) are
/// removed, every other byte is kept. Pure.
/// \thread any
void appendJsonOnOneLine(std::string_view json, std::string &out);

} // namespace Trailglass
