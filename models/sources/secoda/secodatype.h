// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/sourcetype.h"

namespace Trailglass {

/// Settings and secrets of a Secoda source.
[[nodiscard]] const SourceType &secodaType();

} // namespace Trailglass
