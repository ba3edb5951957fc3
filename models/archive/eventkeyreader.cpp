// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/eventkeyreader.h"

#include "models/archive/archiverow.h"
#include "models/archive/archivesession.h"
#include "models/archive/rowbinary.h"
#include "models/core/translation.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

namespace {

Result<EventKey> readKey(RowBinaryReader &reader)
{
    EventKey key;
    ArchiveRow row;
    key.created = UtcMicros{reader.readInt64()};
    row.origin = reader.readUInt32();
    row.row = RowId{reader.readInt64()};
    TRY(reader.check());
    const auto id = row.id();
    if (!id) {
        return Error{ErrorKind::Unsupported,
                     Trailglass::tr("The archive has a row number that this version of Trailglass does not "
                                    "know. Update Trailglass.")};
    }
    key.row = *id;
    return key;
}

} // namespace

Result<std::vector<EventKey>> readEventKeys(ArchiveSession &session, const ArchiveSql &sql,
                                            const CancelToken &cancel)
{
    TRY(const QByteArray rows, session.ask(sql, cancel));
    RowBinaryReader reader(rows);
    std::vector<EventKey> keys;
    while (!reader.atEnd()) {
        TRY(const EventKey key, readKey(reader));
        keys.push_back(key);
    }
    return keys;
}

Result<FirstEventKeys> readFirstEventKeys(ArchiveSession &session, const ArchiveSql &sql, quint64 limit,
                                          const CancelToken &cancel)
{
    TRY(const QByteArray rows, session.ask(sql, cancel));
    RowBinaryReader reader(rows);
    std::vector<std::pair<EventKey, int>> found; // with the sum of signs
    quint64 read = 0;
    while (!reader.atEnd()) {
        TRY(const EventKey key, readKey(reader));
        const auto sign = static_cast<qint8>(reader.readUInt8());
        TRY(reader.check());
        ++read;
        if (!found.empty() && found.back().first == key)
            found.back().second += sign;
        else
            found.emplace_back(key, sign);
    }
    FirstEventKeys first{.keys = {}, .isWhole = read < limit};
    // The second row of the last one may have been cut off.
    if (!first.isWhole && !found.empty())
        found.pop_back();
    for (const auto &[key, sum] : found) {
        if (sum > 0)
            first.keys.push_back(key);
    }
    return first;
}

ArchiveSql isOneOfRows(std::span<const EventKey> keys)
{
    const auto [first, last] = std::ranges::minmax(keys, {}, &EventKey::created);
    std::vector<ArchiveSql> tuples;
    for (const EventKey &key : keys) {
        const ArchiveRow row = ArchiveRow::of(key.row);
        tuples.push_back("(" + ArchiveSql::number(key.created.value) + ", "
                         + ArchiveSql::number(quint64(row.origin)) + ", " + ArchiveSql::number(row.row.value)
                         + ")");
    }
    // The times alone let the server leave out most of the table.
    return allOf({"created >= " + ArchiveSql::number(first.created.value),
                  "created <= " + ArchiveSql::number(last.created.value),
                  "(created, origin, row) IN (" + joinSql(tuples, ", ") + ")"});
}

} // namespace Trailglass
