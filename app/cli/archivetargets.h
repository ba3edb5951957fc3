// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"

namespace Trailglass {

/// `archive after-sync`
[[nodiscard]] Command archiveTargetsCommand();

} // namespace Trailglass
