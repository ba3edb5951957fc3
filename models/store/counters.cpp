// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/counters.h"

#include "models/core/result.h"
#include "models/store/sqlconnection.h"
#include "models/store/storedrow.h"

namespace Trailglass {

namespace {

StoredRange rangeOf(std::string_view counter)
{
    if (counter == Counters::Row)
        return StoredRanges::LastRow;
    if (counter == Counters::RecentIds)
        return StoredRanges::Count;
    if (counter == Counters::Reviews)
        return {0, qint64(1) << 50}; // a change each microsecond, for 35 years
    return counter == Counters::Identity ? StoredRanges::Any : StoredRanges::LastCode;
}

} // namespace

Result<RowId> readLastRow(SqlConnection &connection)
{
    TRY(Counters counters, Counters::open(connection));
    TRY(const qint64 row, counters.value(Counters::Row));
    return RowId{row};
}

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
    TRY(Statement find, connection.prepare("SELECT value FROM counter WHERE name = ?"));
    return Counters(connection, std::move(find));
}

Result<qint64> Counters::value(std::string_view name)
{
    qint64 value = 0;
    TRY(firstStoredRow(m_find.bind(1, name), "counter",
                       [&](StoredRow &row) { value = row.number(0, rangeOf(name)); }));
    return value;
}

Result<void> Counters::set(std::string_view name, qint64 value)
{
    if (!m_set.isValid()) {
        TRY(Statement set,
            m_connection->prepare("INSERT INTO counter (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO "
                                  "UPDATE SET value = ?2"));
        m_set = std::move(set);
    }
    return m_set.bind(1, name).bind(2, value).run();
}

} // namespace Trailglass
