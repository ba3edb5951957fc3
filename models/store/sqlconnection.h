// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/store/statement.h"

#include <QString>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace Trailglass {

enum class DatabaseUse;

/// One connection to a workspace's database.
///
/// SQLite is opened and used through its own interface, not through Qt SQL (docs/decisions/0025). A database
/// is untrusted data: triggers and views do nothing, and functions in its schema are limited to
/// harmless ones (docs/decisions/0015).
/// \thread lives on the thread that opened it; only interrupt() may come from another
class SqlConnection
{
public:
    /// Opens the workspace's database for reading only; on read-only media too. Before that, what a crash has left
    /// unfinished in a journal is undone.
    /// \error NotFound when there is no database yet, NewerVersion, Storage; Storage also as
    /// checkDatabaseFiles() and checkSchema()
    static Result<std::unique_ptr<SqlConnection>> openForReading(const QString &workspace);

    /// Opens a database file for reading and writing, creating it when missing. Does not check the schema.
    /// \error Storage (checkDatabaseFiles() too)
    static Result<std::unique_ptr<SqlConnection>> openForWriting(const QString &path);

    /// Opens the workspace's database for reading and writing.
    /// \pre it exists and has this program's version
    /// \error Storage, also as checkSchema()
    static Result<std::unique_ptr<SqlConnection>> openCurrent(const QString &workspace);

    /// Creates an empty database in memory.
    /// \error Storage
    static Result<std::unique_ptr<SqlConnection>> openInMemory();

    ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    /// \error Storage for SQL that SQLite refuses
    Result<Statement> prepare(std::string_view sql);

    /// Runs one or several statements without parameters; rows are ignored.
    Result<void> execute(std::string_view sql);

    /// The first column of the first row of \a sql; 0 when there is none.
    Result<qint64> integer(std::string_view sql);

    /// Whether the database has a table: a reader may open one that no writer has migrated yet.
    Result<bool> hasTable(std::string_view name);

    /// Ends the running statement.
    /// \thread any
    void interrupt();

    /// Rows changed by the last INSERT, UPDATE or DELETE.
    [[nodiscard]] qint64 changes() const;

    [[nodiscard]] bool isInTransaction() const;

private:
    friend class CancelScope;
    static Result<std::unique_ptr<SqlConnection>> open(const QString &path, DatabaseUse use);
    explicit SqlConnection(sqlite3 *handle);

    sqlite3 *m_handle; ///< owned
};

/// While it exists, a thread of its own interrupts the connection once the token ends. For statements that
/// check a CancelScope too rarely: SQLite's own integrity check walks a whole tree between two checks. Where the system starts
/// no more threads nothing interrupts them.
/// \thread the connection's
class InterruptWhenCancelled
{
public:
    /// \param connection  must outlive this object
    InterruptWhenCancelled(SqlConnection &connection, CancelToken token);
    ~InterruptWhenCancelled();
    InterruptWhenCancelled(const InterruptWhenCancelled &) = delete;
    InterruptWhenCancelled &operator=(const InterruptWhenCancelled &) = delete;

private:
    std::mutex m_guard;
    std::condition_variable m_wake;
    bool m_isOver = false; ///< guarded
    std::jthread m_watcher; // last: it uses everything above
};

/// While it exists, statements of the connection end with Cancelled within milliseconds of the token's end.
///
/// \pre no other scope of the connection exists
/// \thread the connection's
class CancelScope
{
public:
    CancelScope(SqlConnection &connection, CancelToken token);
    ~CancelScope();
    CancelScope(const CancelScope &) = delete;
    CancelScope &operator=(const CancelScope &) = delete;

private:
    static int poll(void *scope);

    SqlConnection &m_connection;
    CancelToken m_token;
};

} // namespace Trailglass
