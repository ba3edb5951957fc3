// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/config/checkpointsettings.h"
#include "models/core/result.h"
#include "models/workspace/locatedworkspace.h"

#include <QString>

namespace Trailglass {

// Whether this user wants a checkpoint of a workspace after each sync (CheckpointSettings).

/// \param stored  what is kept for the identity of a workspace
/// \param folder  WorkspacePaths::canonicalFolder() of one with this identity
/// \returns what applies to it: the default for a copy of the workspace for which it was set
/// \thread any
[[nodiscard]] CheckpointSettings checkpointsIn(const CheckpointSettings &stored, const QString &folder);

/// Whether these were set for a workspace in another folder that is still there.
/// \thread any
[[nodiscard]] bool wasSetElsewhere(const CheckpointSettings &stored, const QString &folder);

/// What applies to a workspace after its syncs.
/// \param settingsFile  as for SettingsFile; makes none
/// \thread any
[[nodiscard]] CheckpointSettings syncCheckpointsOf(const LocatedWorkspace &workspace,
                                                   const QString &settingsFile = {});

/// Sets it. A copy does not turn off what was set for the workspace that it is a copy of.
/// \param wanted  its folder does not matter
/// \returns what applies from now on
/// \error Storage where settings cannot be kept
/// \thread GUI, as for SyncSettings
[[nodiscard]] Result<CheckpointSettings> keepSyncCheckpoints(const LocatedWorkspace &workspace,
                                                             const CheckpointSettings &wanted,
                                                             const QString &settingsFile = {});

} // namespace Trailglass
