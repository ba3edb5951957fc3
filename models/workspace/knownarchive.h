// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveoverview.h"
#include "models/archive/archiveplace.h"
#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/core/result.h"
#include "models/core/utcmicros.h"

#include <QString>

#include <functional>
#include <optional>

namespace Trailglass {

/// The last known state of an archive: what it held when it was read the last time, for when its server is away. A value.
struct KnownArchive
{
    static constexpr qsizetype MaxListed = 200; ///< workspaces that are kept, and as many sources
    static constexpr qsizetype MaxText = 200; ///< characters that are kept of a name
    static constexpr qint64 MaxBytes = 1024 * 1024; ///< of its file

    UtcMicros readAt = {}; ///< when, by the clock of this machine
    int format = 0; ///< ArchiveFormat at that time
    ArchiveOverview overview = {}; ///< names that are too long end with an ellipsis; sources have no ids
    qint64 otherWorkspaces = 0; ///< that are not listed
    qint64 otherSources = 0; ///< likewise
};

/// The file of what is known of an archive: beside archiveFolder(), one for each archive, whoever the user is. It has
/// nothing secret and no events.
/// \param settingsFile  as for Settings
/// \thread any
[[nodiscard]] QString knownArchiveFile(const ArchivePlace &place, const QString &settingsFile = {});

/// Keeps what an archive holds, in place of what was known of it. Where that cannot be written nothing else is affected, and
/// it is logged. Blocking.
/// \param readAt  by the clock of this machine
/// \thread any
void rememberArchive(const ArchivePlace &place, const ArchiveOverview &overview, UtcMicros readAt,
                     const QString &settingsFile = {});

/// Reads what an archive holds, and keeps it with rememberArchive(): as of before it was read, so that nothing that comes
/// later is claimed to be in it. Blocking.
/// \param look  reads it, as lookAtArchive(); called once, on the thread of the caller
/// \returns what \a look returned, also where that could not be kept
/// \thread any that \a clock may be read on
/// \error as \a look; what was known stays then
[[nodiscard]] Result<ArchiveOverview> lookAndRemember(const ArchivePlace &place,
                                                      const std::function<Result<ArchiveOverview>()> &look,
                                                      const Clock &clock, const QString &settingsFile = {});

/// What rememberArchive() kept. Blocks for the time that a file of MaxBytes takes.
/// \returns nothing where nothing was kept, or its file is damaged, too large, no regular file, of another archive or of
/// another version, which is logged
/// \thread any
[[nodiscard]] std::optional<KnownArchive> knownArchive(const ArchivePlace &place,
                                                       const QString &settingsFile = {});

/// Whether an error of an archive says that its server is away: it cannot be reached, something in between responds in its
/// place, or what it responds is of no use (a fault of its own, nothing that can be read). Not when it refuses.
/// \thread any
[[nodiscard]] bool isServerAway(const Error &error);

} // namespace Trailglass
