// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

namespace Trailglass {

class SqlConnection;

/// A transaction for writing; rolled back by the destructor unless it was committed.
///
/// Takes the write lock at once, so that another process cannot make a later statement fail.
/// \thread the connection's
class WriteTransaction
{
public:
    /// \error Locked when another process holds the lock for longer than 5 s
    static Result<WriteTransaction> begin(SqlConnection &connection);
    WriteTransaction(WriteTransaction &&other) noexcept;
    WriteTransaction &operator=(WriteTransaction &&) = delete;
    ~WriteTransaction();

    /// \error DiskFull, Storage; nothing was changed then
    Result<void> commit();

private:
    explicit WriteTransaction(SqlConnection &connection);
    SqlConnection *m_connection;
};

/// While it exists, all statements of the connection see the same state of the database.
///
/// Does nothing inside another transaction. Keep it short: while it is open, the write-ahead log can only
/// grow.
/// \thread the connection's
class ReadTransaction
{
public:
    static Result<ReadTransaction> begin(SqlConnection &connection);
    ReadTransaction(ReadTransaction &&other) noexcept;
    ReadTransaction &operator=(ReadTransaction &&) = delete;
    ~ReadTransaction();

private:
    explicit ReadTransaction(SqlConnection *connection);
    SqlConnection *m_connection; ///< null inside another transaction
};

} // namespace Trailglass
