// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"

#include <string_view>

namespace Trailglass {

/// Source::readEvent() of Paradime.
[[nodiscard]] Result<Event> readParadimeEvent(std::string_view json);

} // namespace Trailglass
