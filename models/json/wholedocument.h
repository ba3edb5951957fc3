// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <string>
#include <string_view>

namespace Trailglass {

/// Validates a document that is read as a whole: a response, or JSON inside a string. A UTF-8 byte order mark
/// at the start is skipped.
///
/// \returns the value without whitespace around it
/// \error Malformed, with the first fault; also for more than MaxJsonBytes
/// \thread any
[[nodiscard]] Result<std::string> wholeDocument(std::string_view text);

} // namespace Trailglass
