// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/ledger.h"

#include "models/core/result.h"
#include "models/store/sqlconnection.h"
#include "models/store/storedrow.h"
#include "models/store/treerecords.h"
#include "models/store/treewriter.h"

namespace Trailglass::Ledger {

namespace {

void bindTime(Statement &statement, int position, const std::optional<UtcMicros> &time)
{
    if (time)
        statement.bind(position, time->value);
    else
        statement.bindNull(position);
}

} // namespace

Result<void> addCoverage(SqlConnection &connection, TreeWriter &tree, SourceId source,
                         std::span<const CoverageEntry> entries, const QByteArray &fingerprint)
{
    if (entries.empty())
        return {};
    TRY(Statement insert,
        connection.prepare("INSERT INTO coverage (source, from_time, to_time, answered, pages, fingerprint, "
                           "leaf) VALUES (?, ?, ?, ?, ?, nullif(?, x''), ?)"));
    TRY(const QString name, tree.sourceName(source));
    for (const CoverageEntry &entry : entries) {
        TRY(const qint64 leaf, tree.appendRecord(TreeRecords::Coverage, TreeRecords::coverage(name, entry)));
        bindTime(insert, 2, entry.window.from);
        bindTime(insert, 3, entry.window.to);
        insert.bind(1, source.value).bind(4, entry.answered.value).bind(5, entry.pages);
        TRY(insert.bindBlob(6, fingerprint).bind(7, leaf).run());
    }
    return {};
}

Result<std::vector<CoverageEntry>> coverage(SqlConnection &connection, SourceId source)
{
    TRY(const qint64 version, connection.integer("PRAGMA user_version"));
    std::string sql = "SELECT from_time, to_time, answered, pages FROM coverage WHERE source = ?1";
    if (version >= 2) // a reader may see an older database: it migrates nothing
        sql += " AND coalesce(fingerprint = (SELECT fingerprint FROM source WHERE id = ?1), TRUE)";
    TRY(Statement select, connection.prepare(sql + " ORDER BY id"));
    select.bind(1, source.value);
    std::vector<CoverageEntry> entries;
    TRY(forEachStoredRow(select, "coverage", [&entries](StoredRow &row) {
        entries.push_back({.window = {.from = row.timeOrNone(0), .to = row.timeOrNone(1)},
                           .answered = row.time(2),
                           .pages = row.number(3, StoredRanges::Count)});
    }));
    return entries;
}

} // namespace Trailglass::Ledger
