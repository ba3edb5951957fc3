// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"

namespace Trailglass {

/// `archive claim`
[[nodiscard]] Command archiveClaimCommand();

} // namespace Trailglass
