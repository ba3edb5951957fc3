// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/rowreader.h"
#include "models/store/eventwriter.h"

#include <vector>

namespace Trailglass {

/// What could not be read, as the store keeps it.
[[nodiscard]] std::vector<Quarantined> quarantined(std::vector<UnreadableRow> rows);

} // namespace Trailglass
