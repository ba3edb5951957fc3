// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesession.h"
#include "models/archive/rowbinary.h"
#include "tests/benchmarks/measurement.h"

namespace Trailglass::Benchmarks {

/// The table that somebody makes who wants the events in ClickHouse and no more.
class PlainTable
{
public:
    explicit PlainTable(ArchiveSession &session)
        : m_session(session)
    {
    }

    void fill()
    {
        const ArchiveSql columns =
            "created, source, vendor, action, op, outcome, actor, target, ip, message, id, raw";
        execute("DROP TABLE IF EXISTS plain");
        execute("CREATE TABLE plain ENGINE = MergeTree ORDER BY created AS SELECT " + columns
                + " FROM event WHERE sign = 1");
    }

    void execute(const ArchiveSql &sql) { orExit(m_session.execute(sql.text(), {})); }

    /// The only number of a query, Int64.
    [[nodiscard]] qint64 number(const ArchiveSql &sql)
    {
        const QByteArray bytes = orExit(m_session.ask(sql, {}));
        RowBinaryReader reader(bytes);
        const qint64 number = reader.readInt64();
        orExit(reader.check());
        return number;
    }

    /// How many rows a query results in.
    /// \param columns  all of them texts
    [[nodiscard]] qint64 rows(const ArchiveSql &sql, int columns)
    {
        const QByteArray bytes = orExit(m_session.ask(sql, {}));
        RowBinaryReader reader(bytes);
        qint64 rows = 0;
        for (; !reader.atEnd(); ++rows) {
            for (int column = 0; column < columns; ++column)
                static_cast<void>(reader.readText());
            orExit(reader.check());
        }
        return rows;
    }

private:
    ArchiveSession &m_session;
};

} // namespace Trailglass::Benchmarks
