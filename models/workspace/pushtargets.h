// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveplace.h"
#include "models/config/pushsettings.h"
#include "models/core/result.h"
#include "models/core/secretreference.h"
#include "models/workspace/locatedworkspace.h"

#include <QString>

#include <optional>

namespace Trailglass {

// Archives that this user wants a workspace to be pushed into after each sync (PushSettings).

/// \returns none for a workspace in another folder than that for which it was set
/// \param settingsFile  as for SettingsFile; makes none
/// \thread GUI, as for PushSettings
[[nodiscard]] QList<PushTarget> pushTargetsOf(const LocatedWorkspace &workspace,
                                              const QString &settingsFile = {});

/// Whether an archive is one of pushTargetsOf().
/// \thread GUI, as for PushSettings
[[nodiscard]] bool isPushTarget(const LocatedWorkspace &workspace, const ArchivePlace &place,
                                const QString &settingsFile = {});

/// A sentence for a workspace that was moved since its pushes were set: it is not pushed until they are set again.
/// \returns empty for one that is where it was, that has no pushes, or that is a copy of the one that is pushed
/// \thread GUI, as for PushSettings
[[nodiscard]] QString movedSincePushesWereSet(const LocatedWorkspace &workspace,
                                              const QString &settingsFile = {});

/// Where the key of a target is; nothing: in the keychain, if the user has one.
/// \error as parseSecretReference(): the settings were edited by hand
/// \thread any
[[nodiscard]] Result<std::optional<SecretReference>> keyReferenceOf(const PushTarget &target);

/// From now on a workspace is pushed there after each sync, with this place of the key, in place of another one for the same
/// address.
/// \error TooLarge for more than PushTargets::MaxArchives; Storage where settings cannot be kept
/// \thread GUI, as for PushSettings
[[nodiscard]] Result<void> keepPushTarget(const LocatedWorkspace &workspace, const PushTarget &target,
                                          const QString &settingsFile = {});

/// No longer.
/// \param archive  PushTarget::archive
/// \returns whether it was before
/// \error Storage
/// \thread GUI, as for PushSettings
[[nodiscard]] Result<bool> dropPushTarget(const LocatedWorkspace &workspace, const QString &archive,
                                          const QString &settingsFile = {});

// Blocking; those of the command line, where the thread of the settings may read a workspace.

/// Whether a workspace is pushed into an archive after each sync; false also where there is no workspace.
[[nodiscard]] bool isPushedAfterSync(const QString &workspace, const ArchivePlace &place,
                                     const QString &settingsFile = {});

/// keepPushTarget()
/// \param key  PushTarget::key
/// \error also as locateWorkspace()
[[nodiscard]] Result<void> pushAfterSync(const QString &workspace, const ArchivePlace &place,
                                         const QString &key, const QString &settingsFile = {});

/// dropPushTarget()
/// \error also as locateWorkspace()
[[nodiscard]] Result<bool> stopPushingAfterSync(const QString &workspace, const ArchivePlace &place,
                                                const QString &settingsFile = {});

} // namespace Trailglass
