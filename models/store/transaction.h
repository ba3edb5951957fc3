// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

namespace Trailglass {

class SqlConnection;

/// All or nothing: what is not committed when it ends is rolled back.
///
/// Takes the write lock at its begin, so that it never fails half-way for another process.
/// \thread the connection's
class WriteTransaction
{
public:
    /// \error Locked when another process keeps writing for longer than 5 s
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

/// While it lives, all statements of the connection see one state of the database.
///
/// Inside another transaction it adds nothing and ends nothing. Keep it short: the write-ahead log cannot be
/// folded back while it is open.
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
