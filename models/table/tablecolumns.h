// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"

namespace Trailglass {

/// The columns of the window's table until others are chosen: created, source, action, outcome, actor,
/// target, ip. What fits beside the panes; the sign of the operation stands in front of the action.
[[nodiscard]] const std::vector<Column> &defaultTableColumns();

} // namespace Trailglass
