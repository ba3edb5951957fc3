// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/migrations.h"

#include "models/core/disksync.h"
#include "models/core/logging.h"
#include "models/core/noroom.h"
#include "models/core/ownfile.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/databasefile.h"
#include "models/store/schema.h"
#include "models/store/schemacheck.h"
#include "models/store/schemaversion1.h"
#include "models/store/schemaversion2.h"
#include "models/store/schemaversion3.h"
#include "models/store/schemaversion4.h"
#include "models/store/schemaversion5.h"
#include "models/store/schemaversion6.h"
#include "models/store/sqlconnection.h"
#include "models/store/transaction.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <cstdio>

#include <unistd.h>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array Steps{Migration{1, SchemaVersion1}, Migration{2, SchemaVersion2},
                           Migration{3, SchemaVersion3}, Migration{4, SchemaVersion4},
                           Migration{5, SchemaVersion5}, Migration{6, SchemaVersion6}};
static_assert(Steps.back().version == Schema::Version);

/// \pre within a transaction
Result<void> runStep(SqlConnection &connection, const Migration &step)
{
    const std::string stamp = "PRAGMA user_version=" + std::to_string(step.version)
        + "; PRAGMA application_id=" + std::to_string(Schema::ApplicationId);
    for (const std::string_view sql : {step.sql, std::string_view(stamp)}) {
        TRY(connection.execute(sql));
    }
    return {};
}

Result<void> apply(SqlConnection &connection, const Migration &step)
{
    TRY(WriteTransaction transaction, WriteTransaction::begin(connection));
    TRY(const qint64 version, connection.integer("PRAGMA user_version"));
    // Another process may have done it while this one waited for the write lock.
    if (version >= step.version)
        return {};
    TRY(runStep(connection, step));
    return transaction.commit();
}

/// \param reason  an `errno`
Error backupError(const QString &backup, int reason)
{
    return {.kind = meansNoRoom(reason) ? ErrorKind::DiskFull : ErrorKind::Storage,
            .message =
                tr("The backup %1 could not be written: %2. The workspace was not changed. Free some space "
                   "or make the folder writable, then try again.")
                    .arg(visibleText(backup), qt_error_string(reason))};
}

/// Gives a copy its name once the disk has all of it: after a power cut, too, a backup is whole. Replaces an
/// older one; a link is replaced itself, not its target.
/// \returns whether it has its name for good; if not, the reason is in `errno`
bool putInPlace(const QString &copy, const QString &backup, const QString &folder)
{
    return syncToDisk(copy)
        && ::rename(QFile::encodeName(copy).constData(), QFile::encodeName(backup).constData()) == 0
        && syncToDisk(folder);
}

/// Written under another name first: a half-written backup must not look like one.
Result<void> backUp(SqlConnection &connection, const WorkspacePaths &paths, qint64 version,
                    const CancelToken &cancel)
{
    const QString backup = u"%1.v%2.backup"_s.arg(paths.database).arg(version);
    const QString unfinished = backup + ".part"_L1;
    QFile::remove(unfinished);
    // Made before SQLite opens it: private, and no link. SQLite takes an empty file.
    TRY(const int created, OwnFile::open(unfinished, [&backup](const QString &, int reason) {
            return backupError(backup, reason);
        }));
    ::close(created);
    TRY(Statement copy, connection.prepare("VACUUM INTO ?"));
    const Result<void> copied = [&] {
        const CancelScope cancellable(connection, cancel);
        return copy.bind(1, toUtf8(unfinished)).run();
    }();
    if (!copied) {
        QFile::remove(unfinished);
        return copied;
    }
    if (!putInPlace(unfinished, backup, paths.folder)) {
        const Error error = backupError(backup, errno);
        QFile::remove(unfinished);
        return error;
    }
    return {};
}

Result<void> migrateData(SqlConnection &connection, const WorkspacePaths &paths,
                         std::span<const Migration> steps, const CancelToken &cancel)
{
    TRY([[maybe_unused]] const auto lock, WorkspaceLock::acquireUnlessHeldHere(paths, u"migration"_s));
    const LogTimer timer;
    TRY(const qint64 version, connection.integer("PRAGMA user_version"));
    if (version < steps.back().version) {
        TRY(backUp(connection, paths, version, cancel));
    }
    for (const Migration &step : steps) {
        TRY(apply(connection, step));
    }
    // Whoever looks at the file alone (inspectDatabase()) finds the version in its header, which is written by a
    // checkpoint. A reader may be in its way; the next one does it then.
    if (const Result<void> written = connection.execute("PRAGMA wal_checkpoint(PASSIVE)"); !written)
        qCInfo(logStore) << "no checkpoint after the migration:" << errorKindName(written.error().kind);
    qCInfo(logStore) << "database migrated from version" << version << "to" << steps.back().version << "in"
                     << timer;
    return {};
}

/// Makes all steps in one transaction, so that a creation that is cut short leaves no workspace.
Result<void> create(SqlConnection &connection, const WorkspacePaths &paths, std::span<const Migration> steps,
                    const CancelToken &cancel)
{
    qint64 version = 0;
    {
        TRY(WriteTransaction transaction, WriteTransaction::begin(connection));
        TRY(version, connection.integer("PRAGMA user_version"));
        if (version == 0) {
            for (const Migration &step : steps) {
                TRY(runStep(connection, step));
            }
            return transaction.commit();
        }
    }
    // Another process has created it while this one waited for the write lock.
    return version == steps.back().version ? Result<void>() : migrateData(connection, paths, steps, cancel);
}

} // namespace

std::span<const Migration> migrations()
{
    return Steps;
}

Result<void> migrate(SqlConnection &connection, const WorkspacePaths &paths, std::span<const Migration> steps,
                     const CancelToken &cancel)
{
    TRY(const qint64 version, connection.integer("PRAGMA user_version"));
    if (version > steps.back().version)
        return newerVersion(static_cast<int>(version));
    // Before anything is written: a step must not run with objects that a stranger added.
    TRY(checkSchema(connection, steps));
    if (version == steps.back().version)
        return {};
    return version == 0 ? create(connection, paths, steps, cancel)
                        : migrateData(connection, paths, steps, cancel);
}

} // namespace Trailglass
