// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/sourcetype.h"

namespace Trailglass {

/// Settings and secrets of an Asana source.
[[nodiscard]] const SourceType &asanaType();

} // namespace Trailglass
