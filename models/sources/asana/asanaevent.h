// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"
#include "models/sources/sourcetype.h"

#include <string_view>

namespace Trailglass {

/// Source::readEvent() of Asana. `workspace` is the source's `workspace_gid`: events do not hold it.
[[nodiscard]] Result<Event> readAsanaEvent(std::string_view json, const SourceSettings &settings);

} // namespace Trailglass
