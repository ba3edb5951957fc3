// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/statement.h"

#include "models/core/result.h"
#include "models/store/sqlerror.h"

#include <sqlite3.h>

namespace Trailglass {

namespace {

// Spelled out because SQLITE_TRANSIENT is an old-style cast of -1.
sqlite3_destructor_type lifetime(Statement::Borrow borrow)
{
    return borrow == Statement::Borrow::Yes ? nullptr : reinterpret_cast<sqlite3_destructor_type>(-1);
}

} // namespace

Statement::Statement(sqlite3_stmt *statement)
    : m_statement(statement)
{
}

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

void Statement::note(int code)
{
    if (code != SQLITE_OK)
        m_bindError = code;
}

Statement &Statement::bind(int position, qint64 value)
{
    note(sqlite3_bind_int64(m_statement.get(), position, value));
    return *this;
}

Statement &Statement::bind(int position, std::string_view text, Borrow borrow)
{
    // A null pointer would bind NULL instead of an empty text.
    const char *data = text.data() ? text.data() : "";
    note(sqlite3_bind_text64(m_statement.get(), position, data, text.size(), lifetime(borrow), SQLITE_UTF8));
    return *this;
}

Statement &Statement::bindBlob(int position, std::span<const char> bytes, Borrow borrow)
{
    const char *data = bytes.data() ? bytes.data() : "";
    note(sqlite3_bind_blob64(m_statement.get(), position, data, bytes.size(), lifetime(borrow)));
    return *this;
}

Statement &Statement::bindNull(int position)
{
    note(sqlite3_bind_null(m_statement.get(), position));
    return *this;
}

Statement &Statement::bindOrNull(int position, std::string_view text, Borrow borrow)
{
    return text.empty() ? bindNull(position) : bind(position, text, borrow);
}

Result<bool> Statement::step()
{
    sqlite3 *handle = sqlite3_db_handle(m_statement.get());
    if (m_bindError != SQLITE_OK)
        return sqlError(handle, m_bindError);
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    Error error = sqlError(handle, code);
    reset();
    return error;
}

Result<bool> Statement::hasRow()
{
    return firstRow([](const Statement &) {});
}

Result<void> Statement::run()
{
    return forEachRow([](const Statement &) {});
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
}

Statement::StorageClass Statement::storageClass(int column) const
{
    switch (sqlite3_column_type(m_statement.get(), column)) {
    case SQLITE_INTEGER:
        return StorageClass::Integer;
    case SQLITE_FLOAT:
        return StorageClass::Real;
    case SQLITE_TEXT:
        return StorageClass::Text;
    case SQLITE_BLOB:
        return StorageClass::Blob;
    default:
        return StorageClass::Null;
    }
}

std::string_view Statement::columnName(int column) const
{
    const char *name = sqlite3_column_name(m_statement.get(), column);
    return name ? name : "";
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string_view Statement::text(int column) const
{
    const unsigned char *data = sqlite3_column_text(m_statement.get(), column);
    if (!data)
        return {};
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return {reinterpret_cast<const char *>(data), static_cast<std::size_t>(size)};
}

std::span<const char> Statement::blob(int column) const
{
    const void *data = sqlite3_column_blob(m_statement.get(), column);
    if (!data)
        return {};
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return {static_cast<const char *>(data), static_cast<std::size_t>(size)};
}

} // namespace Trailglass
