// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/counters.h"

#include "models/store/sqlconnection.h"

namespace Trailglass {

std::string Counters::dictionary(int dictionary)
{
    return "dictionary." + std::to_string(dictionary);
}

Counters::Counters(SqlConnection &connection, Statement find)
    : m_connection(&connection)
    , m_find(std::move(find))
{
}

Result<Counters> Counters::open(SqlConnection &connection)
{
    Result<Statement> find = connection.prepare("SELECT value FROM counter WHERE name = ?");
    if (!find)
        return find.error();
    return Counters(connection, std::move(*find));
}

Result<qint64> Counters::value(std::string_view name)
{
    const Result<bool> row = m_find.bind(1, name).step();
    if (!row)
        return row.error();
    const qint64 value = *row ? m_find.integer(0) : 0;
    m_find.reset();
    return value;
}

Result<void> Counters::set(std::string_view name, qint64 value)
{
    if (!m_set.isValid()) {
        Result<Statement> set = m_connection->prepare(
            "INSERT INTO counter (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2");
        if (!set)
            return set.error();
        m_set = std::move(*set);
    }
    return m_set.bind(1, name).bind(2, value).run();
}

} // namespace Trailglass
