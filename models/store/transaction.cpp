// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/transaction.h"

#include "models/core/logging.h"
#include "models/core/result.h"
#include "models/store/sqlconnection.h"

#include <utility>

namespace Trailglass {

namespace {

void rollBack(SqlConnection &connection)
{
    // After some errors, such as a full disk, SQLite has already rolled back.
    if (!connection.isInTransaction())
        return;
    Result<void> done = connection.execute("ROLLBACK");
    // A cancel that was meant for the statement before may come so late that it ends this one.
    if (!done && done.error().kind == ErrorKind::Cancelled && connection.isInTransaction())
        done = connection.execute("ROLLBACK");
    if (!done && connection.isInTransaction())
        qCWarning(logStore).noquote()
            << "rollback failed:" << errorKindName(done.error().kind) << done.error().detail;
}

} // namespace

WriteTransaction::WriteTransaction(SqlConnection &connection)
    : m_connection(&connection)
{
}

WriteTransaction::WriteTransaction(WriteTransaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

WriteTransaction::~WriteTransaction()
{
    if (m_connection)
        rollBack(*m_connection);
}

Result<WriteTransaction> WriteTransaction::begin(SqlConnection &connection)
{
    TRY(connection.execute("BEGIN IMMEDIATE"));
    return WriteTransaction(connection);
}

Result<void> WriteTransaction::commit()
{
    SqlConnection &connection = *std::exchange(m_connection, nullptr);
    Result<void> committed = connection.execute("COMMIT");
    if (!committed)
        rollBack(connection);
    return committed;
}

ReadTransaction::ReadTransaction(SqlConnection *connection)
    : m_connection(connection)
{
}

ReadTransaction::ReadTransaction(ReadTransaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

ReadTransaction::~ReadTransaction()
{
    if (m_connection)
        rollBack(*m_connection);
}

Result<ReadTransaction> ReadTransaction::begin(SqlConnection &connection)
{
    if (connection.isInTransaction())
        return ReadTransaction(nullptr);
    TRY(connection.execute("BEGIN"));
    return ReadTransaction(&connection);
}

} // namespace Trailglass
