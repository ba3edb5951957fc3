// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/sqlconnection.h"

#include "models/core/result.h"
#include "models/core/threadstart.h"
#include "models/core/translation.h"
#include "models/store/databasefile.h"
#include "models/store/migrations.h"
#include "models/store/rollbackjournal.h"
#include "models/store/schemacheck.h"
#include "models/store/sqlerror.h"
#include "models/store/workspace.h"
#include "models/store/workspacefiles.h"

#include <QFile>
#include <QUrl>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace Trailglass {

namespace {

/// SQLite's name for a database without a file.
const QString InMemory = QStringLiteral(":memory:");

using namespace Qt::StringLiterals;

/// How long a write waits for another process.
constexpr int BusyTimeoutMilliseconds = 5000;

/// Bytes of one value, far more than any that the program stores: a value of a gigabyte in a stranger's file is
/// an error before memory is taken for it.
constexpr int MaxValueBytes = 256 * 1024 * 1024;

/// Virtual machine steps between two checks of the cancel token: well under a millisecond.
constexpr int StepsBetweenPolls = 2000;

/// How often the token is checked: an interrupt follows a cancel after at most this time.
constexpr auto WatchInterval = std::chrono::milliseconds(20);

Error openError(const QString &detail)
{
    return {.kind = ErrorKind::Storage,
            .message = tr("The workspace's database could not be opened. Check the folder and its disk."),
            .detail = detail};
}

int openFlags(DatabaseUse use)
{
    // Each connection stays on one thread, so that SQLite need not lock it.
    const int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
    switch (use) {
    case DatabaseUse::Immutable:
        return common | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    case DatabaseUse::Read:
        return common | SQLITE_OPEN_READONLY;
    case DatabaseUse::Write:
        break;
    }
    return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
}

QByteArray nameToOpen(const QString &path, DatabaseUse use)
{
    if (use != DatabaseUse::Immutable)
        return QFile::encodeName(path);
    QUrl url = QUrl::fromLocalFile(path);
    url.setQuery(u"immutable=1"_s);
    return url.toEncoded();
}

/// Disables everything that a database could do by itself. Call before any statement: even preparing one
/// reads the schema.
/// \source sqlite.org/security.html, "Untrusted SQLite Database Files"
bool makePassive(sqlite3 *handle)
{
    constexpr std::array Options{std::pair{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                 std::pair{SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                 std::pair{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                 std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                 std::pair{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                 std::pair{SQLITE_DBCONFIG_DQS_DDL, 0},
                                 std::pair{SQLITE_DBCONFIG_DQS_DML, 0}};
    return std::ranges::all_of(Options, [handle](const auto &option) {
        int now = -1;
        return sqlite3_db_config(handle, option.first, option.second, &now) == SQLITE_OK
            && now == option.second;
    });
}

/// Without write permission, a write-ahead log and a journal, SQLite could not create the files that it needs, and no
/// process can be writing.
bool isOnReadOnlyMedia(const WorkspacePaths &paths)
{
    // QFileInfo checks for the real user; SQLite runs as the effective one.
    const bool writable =
        ::faccessat(AT_FDCWD, QFile::encodeName(paths.folder).constData(), W_OK, AT_EACCESS) == 0;
    return !writable && !QFile::exists(paths.database + "-wal"_L1) && !hasRollbackJournal(paths.database);
}

/// Lets SQLite undo what a crash has left unfinished in a journal, which a connection for reading may not. A
/// write-ahead log needs no such help.
Result<void> undoUnfinished(const WorkspacePaths &paths)
{
    if (!hasRollbackJournal(paths.database))
        return {};
    TRY(const auto connection, SqlConnection::openForWriting(paths.database));
    TRY(connection->integer("SELECT count(*) FROM sqlite_schema"));
    return {};
}

} // namespace

SqlConnection::SqlConnection(sqlite3 *handle)
    : m_handle(handle)
{
}

SqlConnection::~SqlConnection()
{
    [[maybe_unused]] const int code = sqlite3_close(m_handle);
    Q_ASSERT_X(code == SQLITE_OK, "SqlConnection", "a statement outlives its connection");
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::open(const QString &path, DatabaseUse use)
{
    if (path != InMemory) {
        TRY(checkDatabaseFiles(path, use));
    }
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(nameToOpen(path, use).constData(), &handle, openFlags(use), nullptr);
    // SQLite gives a handle after most errors too, which must be closed.
    std::unique_ptr<SqlConnection> connection(new SqlConnection(handle));
    if (code != SQLITE_OK)
        return openError(sqlDetail(code));
    if (!makePassive(handle))
        return openError(u"this SQLite cannot switch off triggers and views"_s);
    sqlite3_busy_timeout(handle, BusyTimeoutMilliseconds);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, MaxValueBytes);
    return connection;
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::openForReading(const QString &workspace)
{
    const WorkspacePaths paths = WorkspacePaths::of(workspace);
    TRY(const DatabaseFile file, inspectDatabase(paths.database));
    if (!file.exists)
        return Error{
            .kind = ErrorKind::NotFound,
            .message =
                Trailglass::tr("There is no workspace in %1 yet. Add a source first.").arg(paths.folder)};
    TRY(undoUnfinished(paths));
    TRY(auto connection,
        open(paths.database, isOnReadOnlyMedia(paths) ? DatabaseUse::Immutable : DatabaseUse::Read));
    TRY(connection->execute("PRAGMA query_only=ON; PRAGMA cache_size=-16384"));
    TRY(checkSchema(*connection, migrations()));
    return connection;
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::openCurrent(const QString &workspace)
{
    TRY(auto connection, openForWriting(WorkspacePaths::of(workspace).database));
    TRY(checkSchema(*connection, migrations()));
    return connection;
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::openInMemory()
{
    return open(InMemory, DatabaseUse::Write);
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::openForWriting(const QString &path)
{
    TRY(auto connection, open(path, DatabaseUse::Write));
    // FAST overwrites deleted bytes in pages that are written anyway; a purge overwrites all. A checkpoint
    // waits for the disk, so an import makes one every 64 MiB, not every 4.
    TRY(connection->execute("PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
                            "PRAGMA secure_delete=FAST; PRAGMA cache_size=-32768;"
                            "PRAGMA wal_autocheckpoint=16384;"
                            "PRAGMA journal_size_limit=67108864"));
    return connection;
}

Result<Statement> SqlConnection::prepare(std::string_view sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return sqlError(m_handle, code);
    return Statement(statement);
}

Result<void> SqlConnection::execute(std::string_view sql)
{
    const std::string text(sql);
    const int code = sqlite3_exec(m_handle, text.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqlError(m_handle, code);
    return {};
}

Result<qint64> SqlConnection::integer(std::string_view sql)
{
    TRY(Statement statement, prepare(sql));
    qint64 number = 0;
    TRY(statement.firstRow([&number](const Statement &row) { number = row.integer(0); }));
    return number;
}

Result<bool> SqlConnection::hasTable(std::string_view name)
{
    TRY(Statement statement, prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?"));
    return statement.bind(1, name).hasRow();
}

void SqlConnection::interrupt()
{
    sqlite3_interrupt(m_handle);
}

qint64 SqlConnection::changes() const
{
    return sqlite3_changes64(m_handle);
}

bool SqlConnection::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

CancelScope::CancelScope(SqlConnection &connection, CancelToken token)
    : m_connection(connection)
    , m_token(std::move(token))
{
    sqlite3_progress_handler(m_connection.m_handle, StepsBetweenPolls, &CancelScope::poll, this);
}

CancelScope::~CancelScope()
{
    sqlite3_progress_handler(m_connection.m_handle, 0, nullptr, nullptr);
}

InterruptWhenCancelled::InterruptWhenCancelled(SqlConnection &connection, CancelToken token)
{
    [[maybe_unused]] const bool isWatched =
        startThread(m_watcher, [this, &connection, token = std::move(token)] {
            std::unique_lock lock(m_guard);
            // Repeatedly, because an interrupt between two statements has no effect.
            while (!m_wake.wait_for(lock, WatchInterval, [this] { return m_isOver; })) {
                if (token.isCancelled())
                    connection.interrupt();
            }
        });
}

InterruptWhenCancelled::~InterruptWhenCancelled()
{
    {
        const std::scoped_lock lock(m_guard);
        m_isOver = true;
    }
    m_wake.notify_one();
}

int CancelScope::poll(void *scope)
{
    return static_cast<const CancelScope *>(scope)->m_token.isCancelled() ? 1 : 0;
}

} // namespace Trailglass
