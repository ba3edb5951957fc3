// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archivesources.h"

#include "models/archive/archivesession.h"
#include "models/archive/rowbinary.h"
#include "models/archive/siphash.h"
#include "models/archive/snapshotsql.h"
#include "models/core/text.h"

#include <limits>
#include <string_view>

namespace Trailglass {

namespace {

/// Positive, as those of a workspace.
SourceId idOfName(std::string_view name)
{
    return SourceId{static_cast<qint64>(sipHash(name) >> 1)};
}

} // namespace

Result<QList<SourceRecord>> archiveSources(ArchiveSession &session, const CancelToken &cancel)
{
    TRY(const QByteArray rows,
        session.ask("SELECT source, any(vendor), toInt64(sum(held)) FROM "
                    "(SELECT DISTINCT source, vendor, origin, attempt, held FROM claim) "
                    "GROUP BY source ORDER BY source",
                    cancel));
    RowBinaryReader reader(rows);
    QList<SourceRecord> sources;
    while (!reader.atEnd()) {
        SourceRecord source;
        const std::string_view name = reader.readText();
        source.id = idOfName(name);
        source.name = toQString(name);
        source.type = toQString(reader.readText());
        source.removed = reader.readInt64() <= 0;
        TRY(reader.check());
        sources.append(source);
    }
    return sources;
}

Result<std::vector<CoverageEntry>> archiveCoverage(ArchiveSession &session, const Watermark &watermark,
                                                   const QString &source, const CancelToken &cancel)
{
    const ArchiveSql sql = "SELECT since, until, answered, pages FROM coverage WHERE "
        + snapshotSql(watermark) + " AND source = " + ArchiveSql::literal(toUtf8(source))
        + " GROUP BY origin, since, until, answered, pages HAVING sum(sign) > 0 ORDER BY answered, since, "
          "until";
    TRY(const QByteArray rows, session.ask(sql, cancel));
    RowBinaryReader reader(rows);
    std::vector<CoverageEntry> entries;
    while (!reader.atEnd()) {
        const UtcMicros since{reader.readInt64()};
        const UtcMicros until{reader.readInt64()};
        CoverageEntry entry;
        if (since.value != std::numeric_limits<qint64>::min())
            entry.window.from = since;
        if (until.value != std::numeric_limits<qint64>::max())
            entry.window.to = until;
        entry.answered = UtcMicros{reader.readInt64()};
        entry.pages = reader.readInt64();
        TRY(reader.check());
        entries.push_back(entry);
    }
    return entries;
}

} // namespace Trailglass
