// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"

namespace Trailglass {

/// Saves what was added to the column index, so that the next query need not make it. A failure is told, but
/// is none of the command's: nothing but time is lost.
/// \pre the workspace's lock is held
void saveIndexOf(Session &session);

} // namespace Trailglass
