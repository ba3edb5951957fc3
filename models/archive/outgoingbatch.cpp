// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/outgoingbatch.h"

#include "models/archive/archivesession.h"
#include "models/archive/rowbinary.h"

#include <cstdlib>

namespace Trailglass {

QString BatchNumber::queryId() const
{
    return QStringLiteral("tg-%1-%2").arg(origin).arg(number);
}

Result<bool> areEventsThere(ArchiveSession &session, const BatchNumber &number, const BatchContent &content,
                            const CancelToken &cancel)
{
    // Month and times find the rows without reading the others; a row outside of them would not be the batch's.
    const ArchiveSql sql = "SELECT toUInt64(count()), sum(toUInt64(created)) FROM event WHERE month = "
        + ArchiveSql::number(quint64{content.month})
        + " AND created >= " + ArchiveSql::number(content.firstCreated.value)
        + " AND created <= " + ArchiveSql::number(content.lastCreated.value) + " AND origin = "
        + ArchiveSql::number(quint64{number.origin}) + " AND batch = " + ArchiveSql::number(number.number);
    TRY(const QByteArray bytes, session.ask(sql, cancel));
    RowBinaryReader reader(bytes);
    const quint64 rows = reader.readUInt64();
    const quint64 sum = reader.readUInt64();
    TRY(reader.check());
    const quint64 expectedSum = content.rows < 0 ? quint64{0} - content.createdSum : content.createdSum;
    return rows == static_cast<quint64>(std::abs(content.rows)) && sum == expectedSum;
}

Result<bool> areLinesThere(ArchiveSession &session, const ArchiveSql &table, const BatchNumber &number,
                           std::size_t lines, const CancelToken &cancel)
{
    TRY(const QByteArray bytes,
        session.ask("SELECT toUInt64(count()) FROM " + table
                        + " WHERE origin = " + ArchiveSql::number(quint64{number.origin})
                        + " AND batch = " + ArchiveSql::number(number.number),
                    cancel));
    RowBinaryReader reader(bytes);
    const quint64 found = reader.readUInt64();
    TRY(reader.check());
    return found == lines;
}

} // namespace Trailglass
