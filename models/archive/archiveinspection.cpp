// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiveinspection.h"

#include "models/archive/archiveschema.h"
#include "models/archive/archivesession.h"
#include "models/archive/rowbinary.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

namespace {

/// The columns of the tables of a database, by table.
using FoundTables = std::map<std::string, std::vector<FoundColumn>, std::less<>>;

Error noArchive(const ArchivePlace &place)
{
    return {.kind = ErrorKind::NotFound,
            .message =
                Trailglass::tr(
                    "The database “%1” at %2 is not an archive, or its creation did not come to its end. "
                    "Create the archive first: in the window File → Manage archive…, on the command line "
                    "trailglass-cli archive create.")
                    .arg(place.database(), place.server())};
}

Result<FoundTables> findTables(ArchiveSession &session, const CancelToken &cancel)
{
    TRY(const QByteArray bytes,
        session.ask("SELECT table, name, type FROM system.columns WHERE database = "
                        + ArchiveSql::literal(toUtf8(session.place().database())),
                    cancel));
    RowBinaryReader reader(bytes);
    FoundTables tables;
    while (!reader.atEnd()) {
        const std::string table(reader.readText());
        FoundColumn column;
        column.name = reader.readText();
        column.type = reader.readText();
        TRY(reader.check());
        tables[table].push_back(std::move(column));
    }
    return tables;
}

/// \returns 0 for an archive whose creation did not come to its end
Result<quint32> readFormat(ArchiveSession &session, const CancelToken &cancel)
{
    TRY(const QByteArray bytes, session.ask("SELECT toUInt32(max(format)) FROM archive", cancel));
    RowBinaryReader reader(bytes);
    const quint32 format = reader.readUInt32();
    TRY(reader.check());
    return format;
}

} // namespace

Result<void> checkArchiveFormat(const ArchivePlace &place, quint32 format, quint32 known)
{
    if (format == 0)
        return noArchive(place);
    if (format > known) {
        return Error{
            .kind = ErrorKind::NewerVersion,
            .message =
                Trailglass::tr(
                    "The archive “%1” at %2 was made by a newer Trailglass (format %3; this one knows "
                    "%4). Update Trailglass.")
                    .arg(place.database(), place.server(), QString::number(format), QString::number(known))};
    }
    if (format < known) {
        return Error{
            .kind = ErrorKind::Unsupported,
            .message =
                Trailglass::tr("The archive “%1” at %2 was made by an older Trailglass (format %3; this one "
                               "writes %4). Create a new archive and push into that.")
                    .arg(place.database(), place.server(), QString::number(format), QString::number(known))};
    }
    return {};
}

Result<ArchiveDialect> inspectArchive(ArchiveSession &session, const CancelToken &cancel)
{
    TRY(const FoundTables tables, findTables(session, cancel));
    const auto events = tables.find(std::string_view("event"));
    const auto formats = tables.find(std::string_view("archive"));
    if (events == tables.end() || formats == tables.end())
        return noArchive(session.place());
    TRY(checkColumns("archive", formats->second));
    TRY(const quint32 format, readFormat(session, cancel));
    TRY(checkArchiveFormat(session.place(), format));
    for (const std::string_view table : archiveTables()) {
        const auto found = tables.find(table);
        if (found == tables.end() && isOptionalTable(table))
            continue;
        TRY(checkColumns(table, found == tables.end() ? std::vector<FoundColumn>() : found->second));
    }
    return dialectOf(events->second);
}

Result<bool> hasAllTables(ArchiveSession &session, const CancelToken &cancel)
{
    TRY(const FoundTables tables, findTables(session, cancel));
    const std::vector<std::string_view> wanted = archiveTables();
    return std::ranges::all_of(wanted, [&tables](std::string_view table) { return tables.contains(table); });
}

} // namespace Trailglass
