// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/ledger.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/store/sqlconnection.h"
#include "models/store/stablehash.h"
#include "models/store/storedrow.h"

namespace Trailglass::Ledger {

namespace {

void bindTime(Statement &statement, int position, const std::optional<UtcMicros> &time)
{
    if (time)
        statement.bind(position, time->value);
    else
        statement.bindNull(position);
}

Result<bool> isQuarantined(Statement &find, SourceId source, const Quarantined &row, quint64 hash)
{
    return find.bind(1, source.value)
        .bind(2, static_cast<qint64>(hash))
        .bind(3, row.length)
        .bindBlob(4, row.bytes, Statement::Borrow::Yes)
        .hasRow();
}

} // namespace

Result<void> addCoverage(SqlConnection &connection, SourceId source, std::span<const CoverageEntry> entries,
                         const QByteArray &fingerprint)
{
    if (entries.empty())
        return {};
    TRY(Statement insert,
        connection.prepare("INSERT INTO coverage (source, from_time, to_time, answered, pages, fingerprint) "
                           "VALUES (?, ?, ?, ?, ?, nullif(?, x''))"));
    for (const CoverageEntry &entry : entries) {
        bindTime(insert, 2, entry.window.from);
        bindTime(insert, 3, entry.window.to);
        insert.bind(1, source.value).bind(4, entry.answered.value).bind(5, entry.pages);
        TRY(insert.bindBlob(6, fingerprint).run());
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

Result<void> addQuarantine(SqlConnection &connection, SourceId source, UtcMicros received,
                           std::span<const Quarantined> rows)
{
    if (rows.empty())
        return {};
    TRY(Statement find,
        connection.prepare(
            "SELECT id FROM quarantine WHERE source = ? AND hash = ? AND length = ? AND bytes = ?"));
    TRY(Statement insert,
        connection.prepare("INSERT INTO quarantine (source, hash, received, reason, "
                           "\"offset\", length, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    for (const Quarantined &row : rows) {
        const quint64 hash = stableHash({row.bytes.constData(), static_cast<std::size_t>(row.bytes.size())});
        TRY(const bool known, isQuarantined(find, source, row, hash));
        if (known)
            continue;
        insert.bind(1, source.value).bind(2, static_cast<qint64>(hash)).bind(3, received.value);
        insert.bind(4, toUtf8(row.reason)).bind(5, row.offset).bind(6, row.length);
        TRY(insert.bindBlob(7, row.bytes, Statement::Borrow::Yes).run());
    }
    return {};
}

Result<std::vector<QuarantineEntry>> quarantine(SqlConnection &connection, SourceId source, int limit)
{
    TRY(Statement select,
        connection.prepare("SELECT id, received, reason, \"offset\", length, bytes FROM quarantine "
                           "WHERE source = ? ORDER BY id DESC LIMIT ?"));
    select.bind(1, source.value).bind(2, limit > 0 ? limit : -1);
    std::vector<QuarantineEntry> entries;
    TRY(forEachStoredRow(select, "quarantine", [&entries](StoredRow &row) {
        const std::span<const char> bytes = row.blob(5);
        entries.push_back({.id = row.number(0, StoredRanges::Any),
                           .received = row.time(1),
                           .reason = toQString(row.text(2)),
                           .offset = row.number(3, StoredRanges::Bytes),
                           .length = row.number(4, StoredRanges::Bytes),
                           .bytes = QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))});
    }));
    return entries;
}

} // namespace Trailglass::Ledger
