// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QString>

namespace Trailglass {

/// What the first bytes of a database file say, read without SQLite: opening it would already create files
/// beside it.
struct DatabaseFile
{
    bool exists = false; ///< there, and not empty
    int version = 0; ///< `PRAGMA user_version`
};

/// Looks at the file without changing it or its folder.
///
/// \error Storage when the file is a link, a pipe or anything else but a file, when it cannot be read, is no
/// SQLite database, or belongs to another program; NewerVersion when its schema is newer than Schema::Version
Result<DatabaseFile> inspectDatabase(const QString &path);

/// True for a regular file that is the database of a workspace, of any version and under any name.
[[nodiscard]] bool isTrailglassDatabase(const QString &path);

/// The sentence for a file this program is too old for.
[[nodiscard]] Error newerVersion(int version);

} // namespace Trailglass
