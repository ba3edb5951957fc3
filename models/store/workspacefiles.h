// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/workspace.h"

#include <QStringList>

namespace Trailglass {

/// How the files of a database are opened.
enum class DatabaseUse
{
    Immutable, ///< reading only; no other file is written or created
    Read, ///< reading only; SQLite still writes to `-shm`
    Write,
};

/// Checks a database file, and the files `-wal`, `-shm` and `-journal` that SQLite opens with it, before
/// SQLite does. Changes nothing; opens neither the database nor its write-ahead log.
///
/// Missing files are no error. A `-journal` that names a further journal is refused: a rollback would delete
/// that file, wherever it is, and Trailglass writes none.
/// \error Storage: see OwnFile::objection(); the sentence names the file
/// \thread any
[[nodiscard]] Result<void> checkDatabaseFiles(const QString &database, DatabaseUse use);

/// True for the names of files that Trailglass keeps in a workspace: database, lock, SQLite's files beside
/// the database, backups, what was fetched beside events. Case-insensitive.
///
/// \param name  without a folder
[[nodiscard]] bool isWorkspaceFileName(const QString &name);

/// The files in the folder with such names, as absolute paths; links are listed, not followed.
[[nodiscard]] QStringList workspaceFiles(const WorkspacePaths &paths);

/// True when a path, after following links, is a file with such a name or a Trailglass database of any name;
/// false for a missing file. Opens regular files only (see readHeader()).
/// \thread any
[[nodiscard]] bool isWorkspaceFile(const QString &path);

} // namespace Trailglass
