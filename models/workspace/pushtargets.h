// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveplace.h"
#include "models/config/pushsettings.h"
#include "models/core/result.h"

#include <QString>

namespace Trailglass {

// Archives that this user wants a workspace to be pushed into after each sync (PushSettings).

/// What PushSettings knows a workspace by.
struct PushOwner
{
    QString identity; ///< EventReader::identity()
    QString folder; ///< absolute, without links
};
/// \error NotFound: there is no workspace; Storage
/// \thread any
[[nodiscard]] Result<PushOwner> pushOwner(const QString &workspace);

/// \returns none for a workspace in another folder than that for which it was set
/// \param settingsFile  as for SettingsFile; makes none
/// \thread GUI, as for PushSettings
[[nodiscard]] QList<PushTarget> pushTargetsOf(const PushOwner &owner, const QString &settingsFile = {});

/// A sentence for a workspace that was moved since its pushes were set: it is not pushed until they are set again.
/// \returns empty for one that is where it was, that has no pushes, or that is a copy of the one that is pushed
/// \thread GUI, as for PushSettings
[[nodiscard]] QString movedSincePushesWereSet(const PushOwner &owner, const QString &settingsFile = {});

// Blocking; those of the command line, where the thread of the settings may read a workspace.

/// Whether a workspace is pushed into an archive after each sync; false also where there is no workspace.
[[nodiscard]] bool isPushedAfterSync(const QString &workspace, const ArchivePlace &place,
                                     const QString &settingsFile = {});

/// From now on, with this place of the key, in place of another one for the same address.
/// \param key  PushTarget::key
/// \error as pushOwner(); TooLarge for more than PushTargets::MaxArchives; Storage where settings cannot be kept
[[nodiscard]] Result<void> pushAfterSync(const QString &workspace, const ArchivePlace &place,
                                         const QString &key, const QString &settingsFile = {});

/// No longer.
/// \returns whether it was before
/// \error likewise
[[nodiscard]] Result<bool> stopPushingAfterSync(const QString &workspace, const ArchivePlace &place,
                                                const QString &settingsFile = {});

} // namespace Trailglass
