// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/config/checkpointsettings.h"
#include "models/config/settingsfile.h"
#include "models/config/syncschedule.h"

#include <QStringList>

namespace Trailglass {

/// What the user has set for the syncing of each workspace, in the file of Settings.
///
/// Belongs to the workspace by its identity (EventReader::identity()), not by its folder: it is never in a file of the
/// workspace, so that opening somebody else's sends nothing, and it stays when the folder is moved. Checkpoints say besides in
/// which folder they were wanted: what is in a copy, whoever has it may have changed. Without an identity every value is its
/// default and nothing is written.
/// \thread GUI
class SyncSettings
{
public:
    /// \param fileName  empty: the standard place
    explicit SyncSettings(const QString &fileName = {});

    [[nodiscard]] SyncSchedules schedules(const QString &identity) const;
    void setSchedules(const QString &identity, const SyncSchedules &schedules);

    /// Whether no schedule counts for now; false until set.
    [[nodiscard]] bool isPaused(const QString &identity) const;
    void setPaused(const QString &identity, bool isPaused);

    /// The default until set. A witness file, or a folder, that is no absolute path reads as none.
    [[nodiscard]] CheckpointSettings checkpoints(const QString &identity) const;
    void setCheckpoints(const QString &identity, const CheckpointSettings &checkpoints);

    /// checkpoints() for a program that only looks: makes no file where there is none.
    /// \param fileName  as for the constructor
    /// \thread any
    [[nodiscard]] static CheckpointSettings storedCheckpoints(const QString &identity,
                                                              const QString &fileName = {});

    /// The witness files of all workspaces: none of them must be written over. Likewise only looks.
    /// \param fileName  as for the constructor
    /// \thread any
    [[nodiscard]] static QStringList storedWitnessFiles(const QString &fileName = {});

private:
    SettingsFile m_file;
};

} // namespace Trailglass
