// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/sourcerow.h"
#include "models/workspace/sourceservice.h"

namespace Trailglass {

/// A source as lists show it while it is not being synced: the one place that judges its state. Pure.
/// \thread any
[[nodiscard]] SourceRow sourceRow(const SourceEntry &entry);

} // namespace Trailglass
