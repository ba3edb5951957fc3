// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/migrateddatabase.h"

#include "models/core/ownfile.h"
#include "models/core/translation.h"
#include "models/store/databasefile.h"
#include "models/store/migrations.h"
#include "models/store/sqlconnection.h"

#include <QFileInfo>

#include <unistd.h>

namespace Trailglass {

namespace {

/// SQLite would create the file with the permissions of the umask; the log and its index inherit the file's.
Result<void> createPrivately(const WorkspacePaths &paths)
{
    // An existing file is not opened: SQLite may have it open, and closing it would drop SQLite's locks.
    if (QFileInfo::exists(paths.database))
        return {};
    TRY(const int created, OwnFile::open(paths.database, [](const QString &path, int reason) {
            return Error{.kind = ErrorKind::Storage,
                         .message = tr("The workspace %1 cannot be created: %2. Choose another folder, or "
                                       "make this one writable.")
                                        .arg(path, qt_error_string(reason))};
        }));
    ::close(created);
    return {};
}

} // namespace

Result<std::unique_ptr<SqlConnection>> openMigrated(const WorkspacePaths &paths, const CancelToken &cancel)
{
    TRY(inspectDatabase(paths.database));
    TRY(prepareWorkspace(paths));
    TRY(createPrivately(paths));
    TRY(std::unique_ptr<SqlConnection> connection, SqlConnection::openForWriting(paths.database));
    TRY(migrate(*connection, paths, migrations(), cancel));
    // Fails while another process has the database open; that one has set it, or the next writer will.
    const Result<void> logged = connection->execute("PRAGMA journal_mode=WAL");
    if (!logged && logged.error().kind != ErrorKind::Locked)
        return logged.error();
    TRY(prepareWorkspace(paths));
    return connection;
}

} // namespace Trailglass
