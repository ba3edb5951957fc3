// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/runrecord.h"
#include "models/sync/syncreport.h"

namespace Trailglass {

/// A run as the history keeps it once it is over. Pure.
/// \param run  as it was begun
/// \param at  when it ended
/// \thread any
[[nodiscard]] RunRecord endedRun(RunRecord run, const SyncReport &report, UtcMicros at);

} // namespace Trailglass
