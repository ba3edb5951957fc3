// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveplace.h"

#include <QString>

namespace Trailglass {

/// The folder of what a user keeps of an archive on this machine: a workspace without sources, whose presets are those of
/// the archive. It need not be there.
///
/// It is beside the settings. One archive has one, whoever the user is at the server; it has nothing secret.
/// \param settingsFile  as for Settings
/// \thread any
[[nodiscard]] QString archiveFolder(const ArchivePlace &place, const QString &settingsFile = {});

} // namespace Trailglass
