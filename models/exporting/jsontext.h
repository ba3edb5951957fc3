// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace Trailglass {

/// Appends \a text as a JSON string, quotes included.
///
/// Escapes as little as RFC 8259 allows: `"`, `\` and the controls below U+0020; UTF-8 stays. Bytes that are
/// not UTF-8 become U+FFFD, so the output is always valid. Pure.
/// \thread any
void appendJsonString(std::string_view text, std::string &out);

/// Appends a JSON value so that it fits on one line: the line breaks between its tokens (a valid JSON string
/// has none) are left out, every other byte is kept. Pure.
/// \thread any
void appendJsonOnOneLine(std::string_view json, std::string &out);

} // namespace Trailglass
