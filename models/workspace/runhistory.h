// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/table/runrow.h"
#include "models/workspace/openworkspace.h"

namespace Trailglass {

// What the history of a workspace says of syncs and imports. All are blocking, on the thread of the
// OpenWorkspace.

/// The runs of all sources, removed ones included: newest first.
///
/// A run without an end is Running only if it is the newest of its source and somebody holds the workspace's
/// lock for such a run now.
/// \param limit  maximum number of runs; 0 for all
/// \error as OpenWorkspace::reader(); Storage for a history that cannot be read
[[nodiscard]] Result<QList<RunRow>> allRuns(OpenWorkspace &workspace, int limit);

/// The runs of one source, removed ones included, with its last complete sync.
/// \param limit  as above
/// \error Usage, with the nearest name: no such source; as above
[[nodiscard]] Result<RunHistory> runHistory(OpenWorkspace &workspace, const QString &source, int limit);

} // namespace Trailglass
