// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/workspace.h"

#include <QStringList>

namespace Trailglass {

/// How the files of a database are about to be opened.
enum class DatabaseUse
{
    Immutable, ///< reading only, and nothing beside the database is written or made
    Read, ///< reading only; SQLite still writes to `-shm`
    Write,
};

/// Looks, before SQLite opens a database, at the file and at those beside it that SQLite opens with it:
/// `-wal`, `-shm`, `-journal`. Changes nothing, opens neither the database nor its log.
///
/// Whatever is missing is fine. A `-journal` that names a further journal is refused: a rollback would delete
/// the file of that name, wherever it is, and Trailglass writes none.
/// \error Storage: see OwnFile::objection(); the sentence names the file
/// \thread any
[[nodiscard]] Result<void> checkDatabaseFiles(const QString &database, DatabaseUse use);

/// True for the names of files that Trailglass keeps in a workspace: database, lock, what SQLite puts beside
/// the database, backups. Upper case counts as lower case.
///
/// \param name  without a folder
[[nodiscard]] bool isWorkspaceFileName(const QString &name);

/// What is in the folder under such names, as absolute paths; links are listed too, and not followed.
[[nodiscard]] QStringList workspaceFiles(const WorkspacePaths &paths);

/// True when a path, links followed, leads to a file with such a name, or to a Trailglass database of any
/// name. False where nothing is. Opens nothing but a regular file, and does not close it (see readHeader()).
/// \thread any
[[nodiscard]] bool isWorkspaceFile(const QString &path);

} // namespace Trailglass
