// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/migrations.h"

#include "models/core/logging.h"
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
#include "models/store/sqlconnection.h"
#include "models/store/transaction.h"

#include <QFile>

#include <array>
#include <cstdio>

#include <unistd.h>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array Steps{Migration{1, SchemaVersion1}, Migration{2, SchemaVersion2},
                           Migration{3, SchemaVersion3}, Migration{4, SchemaVersion4}};
static_assert(Steps.back().version == Schema::Version);

Result<void> apply(SqlConnection &connection, const Migration &step)
{
    TRY(WriteTransaction transaction, WriteTransaction::begin(connection));
    TRY(const qint64 version, connection.integer("PRAGMA user_version"));
    // Another process may have done it while this one waited for the write lock.
    if (version >= step.version)
        return {};
    const std::string stamp = "PRAGMA user_version=" + std::to_string(step.version)
        + "; PRAGMA application_id=" + std::to_string(Schema::ApplicationId);
    for (const std::string_view sql : {step.sql, std::string_view(stamp)}) {
        TRY(connection.execute(sql));
    }
    return transaction.commit();
}

Error backupError(const QString &backup)
{
    return {.kind = ErrorKind::Storage,
            .message = tr("The backup %1 could not be written. The workspace was not changed.").arg(backup)};
}

/// Written under another name first: a half-written backup must not look like one.
Result<void> backUp(SqlConnection &connection, const WorkspacePaths &paths, qint64 version)
{
    const QString backup = u"%1.v%2.backup"_s.arg(paths.database).arg(version);
    const QString unfinished = backup + ".part"_L1;
    QFile::remove(unfinished);
    // Made before SQLite opens it: private, and no link. SQLite takes an empty file.
    TRY(const int created,
        OwnFile::open(unfinished, [&backup](const QString &, int) { return backupError(backup); }));
    ::close(created);
    TRY(Statement copy, connection.prepare("VACUUM INTO ?"));
    const Result<void> copied = copy.bind(1, toUtf8(unfinished)).run();
    if (!copied) {
        QFile::remove(unfinished);
        return copied;
    }
    // Replaces an older backup; a link is replaced itself, not its target.
    if (::rename(QFile::encodeName(unfinished).constData(), QFile::encodeName(backup).constData()) != 0) {
        QFile::remove(unfinished);
        return backupError(backup);
    }
    return {};
}

Result<void> migrateData(SqlConnection &connection, const WorkspacePaths &paths,
                         std::span<const Migration> steps)
{
    TRY([[maybe_unused]] const auto lock, WorkspaceLock::acquireUnlessHeldHere(paths, u"migration"_s));
    const LogTimer timer;
    TRY(const qint64 version, connection.integer("PRAGMA user_version"));
    if (version < steps.back().version) {
        TRY(backUp(connection, paths, version));
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

Result<void> create(SqlConnection &connection, std::span<const Migration> steps)
{
    for (const Migration &step : steps) {
        TRY(apply(connection, step));
    }
    return {};
}

} // namespace

std::span<const Migration> migrations()
{
    return Steps;
}

Result<void> migrate(SqlConnection &connection, const WorkspacePaths &paths, std::span<const Migration> steps)
{
    TRY(const qint64 version, connection.integer("PRAGMA user_version"));
    if (version > steps.back().version)
        return newerVersion(static_cast<int>(version));
    // Before anything is written: a step must not run with objects that a stranger added.
    TRY(checkSchema(connection, steps));
    if (version == steps.back().version)
        return {};
    return version == 0 ? create(connection, steps) : migrateData(connection, paths, steps);
}

} // namespace Trailglass
