// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QString>

namespace Trailglass {

/// The header of a database file, read without SQLite, which would create files beside it.
struct DatabaseFile
{
    bool exists = false; ///< exists, is not empty, and its creation was completed
    int version = 0; ///< `PRAGMA user_version` as of the last checkpoint
};

/// Reads the header without changing the file or its folder.
///
/// \error Storage when the file is not a regular one (a link, a pipe …), cannot be read, is not an SQLite
/// database, or belongs to another program; NewerVersion when its schema is newer than Schema::Version
Result<DatabaseFile> inspectDatabase(const QString &path);

/// True for a regular file that is the database of a workspace, of any version and under any name.
[[nodiscard]] bool isTrailglassDatabase(const QString &path);

/// The error for a workspace whose schema is newer than this program's.
[[nodiscard]] Error newerVersion(int version);

} // namespace Trailglass
