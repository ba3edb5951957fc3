// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <string>
#include <string_view>

namespace Trailglass {

/// Validates a document that is read as a whole: a response to one question, or JSON that came inside a
/// string.
///
/// \returns the document, with at least 64 readable bytes after it, as JsonFields wants it
/// \error Malformed, with what is wrong and where.
/// \thread any
[[nodiscard]] Result<std::string> wholeDocument(std::string_view text);

} // namespace Trailglass
