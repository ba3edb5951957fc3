// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/sqlconnection.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/store/databasefile.h"
#include "models/store/migrations.h"
#include "models/store/schemacheck.h"
#include "models/store/sqlerror.h"
#include "models/store/workspace.h"
#include "models/store/workspacefiles.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QVariant>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <utility>

namespace Trailglass {

namespace {

/// SQLite's name for a database without a file.
const QString InMemory = QStringLiteral(":memory:");

using namespace Qt::StringLiterals;

/// How long a small write waits for another process.
constexpr int BusyTimeoutMilliseconds = 5000;

/// Virtual machine steps between two looks at the cancel token: well under a millisecond.
constexpr int StepsBetweenPolls = 2000;

/// How late an interrupt may come after a cancel.
constexpr auto WatchInterval = std::chrono::milliseconds(20);

Error openError(const QString &detail)
{
    return {.kind = ErrorKind::Storage,
            .message = tr("The workspace's database could not be opened. Check the folder and its disk."),
            .detail = detail};
}

QString uniqueConnectionName()
{
    static std::atomic<quint64> next = 0;
    return u"trailglass-%1"_s.arg(next.fetch_add(1));
}

sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

struct OpenOptions
{
    bool readOnly = false;
    bool immutable = false;
};

/// \returns nullptr when the database could not be opened; \a detail says why
sqlite3 *openQtConnection(const QString &name, const QString &path, OpenOptions options, QString &detail)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    QStringList connectOptions{u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(BusyTimeoutMilliseconds)};
    if (options.readOnly)
        connectOptions.append(u"QSQLITE_OPEN_READONLY"_s);
    QString file = path;
    if (options.immutable) {
        connectOptions.append(u"QSQLITE_OPEN_URI"_s);
        QUrl url = QUrl::fromLocalFile(path);
        url.setQuery(u"immutable=1"_s);
        file = url.toString(QUrl::FullyEncoded);
    }
    database.setConnectOptions(connectOptions.join(u';'));
    database.setDatabaseName(file);
    if (!database.open()) {
        detail = database.lastError().text();
        return nullptr;
    }
    sqlite3 *handle = handleOf(database);
    if (!handle)
        detail = u"the SQLite driver gives no handle"_s;
    return handle;
}

/// Takes from a database all that it could do by itself. Before any statement: even preparing one reads the
/// schema.
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

/// Without write permission and without a log, SQLite could not make the files that WAL needs, and no one can
/// be writing.
bool isOnReadOnlyMedia(const WorkspacePaths &paths)
{
    // QFileInfo would ask for the real user, SQLite works as the effective one.
    const bool writable =
        ::faccessat(AT_FDCWD, QFile::encodeName(paths.folder).constData(), W_OK, AT_EACCESS) == 0;
    return !writable && !QFile::exists(paths.database + "-wal"_L1);
}

} // namespace

SqlConnection::SqlConnection(QString name, sqlite3 *handle)
    : m_name(std::move(name))
    , m_handle(handle)
{
}

SqlConnection::~SqlConnection()
{
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::open(const QString &path, bool readOnly, bool immutable)
{
    const DatabaseUse use = immutable ? DatabaseUse::Immutable
        : readOnly                    ? DatabaseUse::Read
                                      : DatabaseUse::Write;
    if (path != InMemory) {
        TRY(checkDatabaseFiles(path, use));
    }
    const QString name = uniqueConnectionName();
    QString detail;
    sqlite3 *handle = openQtConnection(name, path, {.readOnly = readOnly, .immutable = immutable}, detail);
    std::unique_ptr<SqlConnection> connection(new SqlConnection(name, handle));
    if (!handle)
        return openError(detail);
    if (!makePassive(handle))
        return openError(u"this SQLite cannot switch off triggers and views"_s);
    TRY(Statement source, connection->prepare("SELECT sqlite_source_id()"));
    TRY(source.step());
    // The handle may only be used by the very library that made it; a Qt with an SQLite of its own has
    // another.
    if (source.text(0) != sqlite3_sourceid())
        return openError(u"Qt's SQLite is not the one this program is linked to"_s);
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
    auto connection = open(paths.database, true, isOnReadOnlyMedia(paths));
    if (!connection)
        return connection;
    Result<void> prepared = (*connection)->execute("PRAGMA query_only=ON; PRAGMA cache_size=-16384");
    if (prepared)
        prepared = checkSchema(**connection, migrations());
    if (!prepared)
        return prepared.error();
    return connection;
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::openCurrent(const QString &workspace)
{
    auto connection = openForWriting(WorkspacePaths::of(workspace).database);
    if (!connection)
        return connection;
    TRY(checkSchema(**connection, migrations()));
    return connection;
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::openInMemory()
{
    return open(InMemory, false, false);
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::openForWriting(const QString &path)
{
    auto connection = open(path, false, false);
    if (!connection)
        return connection;
    // FAST overwrites what is deleted in pages that are written anyway; a purge requests all of it. Folding
    // the log back waits for the disk, so an import does it every 64 MiB, not every 4.
    TRY((*connection)
            ->execute("PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
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
    TRY(const bool row, statement.step());
    return row ? statement.integer(0) : 0;
}

Result<bool> SqlConnection::hasTable(std::string_view name)
{
    Result<Statement> statement = prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
    return statement ? statement->bind(1, name).step() : statement.error();
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
    : m_watcher([this, &connection, token = std::move(token)] {
        std::unique_lock lock(m_guard);
        // Again and again: an interrupt between two statements ends neither.
        while (!m_wake.wait_for(lock, WatchInterval, [this] { return m_isOver; })) {
            if (token.isCancelled())
                connection.interrupt();
        }
    })
{
}

InterruptWhenCancelled::~InterruptWhenCancelled()
{
    {
        const std::scoped_lock lock(m_guard);
        m_isOver = true;
    }
    m_wake.notify_one();
    m_watcher.join();
}

int CancelScope::poll(void *scope)
{
    return static_cast<const CancelScope *>(scope)->m_token.isCancelled() ? 1 : 0;
}

} // namespace Trailglass
