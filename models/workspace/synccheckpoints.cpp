// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/synccheckpoints.h"

#include "models/config/syncsettings.h"
#include "models/core/translation.h"
#include "models/store/workspace.h"

#include <QFileInfo>

namespace Trailglass {

CheckpointSettings checkpointsIn(const CheckpointSettings &stored, const QString &folder)
{
    return stored.folder == folder ? stored : CheckpointSettings();
}

bool wasSetElsewhere(const CheckpointSettings &stored, const QString &folder)
{
    return stored.folder != folder && !stored.folder.isEmpty()
        && QFileInfo::exists(WorkspacePaths::of(stored.folder).database);
}

CheckpointSettings syncCheckpointsOf(const LocatedWorkspace &workspace, const QString &settingsFile)
{
    return checkpointsIn(SyncSettings::storedCheckpoints(workspace.identity, settingsFile), workspace.folder);
}

Result<CheckpointSettings> keepSyncCheckpoints(const LocatedWorkspace &workspace,
                                               const CheckpointSettings &wanted, const QString &settingsFile)
{
    const CheckpointSettings stored = SyncSettings::storedCheckpoints(workspace.identity, settingsFile);
    if (!wanted.afterSync && wasSetElsewhere(stored, workspace.folder))
        return checkpointsIn(stored, workspace.folder);
    CheckpointSettings settings = wanted;
    settings.folder = workspace.folder;
    SyncSettings file(settingsFile);
    file.setCheckpoints(workspace.identity, settings);
    if (file.checkpoints(workspace.identity) == settings)
        return settings;
    return Error{ErrorKind::Storage,
                 tr("The setting could not be kept: the settings file cannot be written. Make it writable "
                    "and try again.")};
}

} // namespace Trailglass
