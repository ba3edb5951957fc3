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

CheckpointSettings syncCheckpointsOf(const PushOwner &owner, const QString &settingsFile)
{
    return checkpointsIn(SyncSettings::storedCheckpoints(owner.identity, settingsFile), owner.folder);
}

Result<CheckpointSettings> keepSyncCheckpoints(const PushOwner &owner, const CheckpointSettings &wanted,
                                               const QString &settingsFile)
{
    const CheckpointSettings stored = SyncSettings::storedCheckpoints(owner.identity, settingsFile);
    if (!wanted.afterSync && wasSetElsewhere(stored, owner.folder))
        return checkpointsIn(stored, owner.folder);
    CheckpointSettings settings = wanted;
    settings.folder = owner.folder;
    SyncSettings file(settingsFile);
    file.setCheckpoints(owner.identity, settings);
    if (file.checkpoints(owner.identity) == settings)
        return settings;
    return Error{ErrorKind::Storage,
                 tr("The setting could not be kept: the settings file cannot be written.")};
}

} // namespace Trailglass
