// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/regexreader.h"

namespace Trailglass {

/// A set of characters of a pattern of PCRE2, written for RE2.
///
/// \param reader  after the opening bracket; moved past the closing one, or failed
/// \thread any
[[nodiscard]] std::string re2Set(RegexReader &reader, bool ignoreCase);

} // namespace Trailglass
