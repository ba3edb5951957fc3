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
    const Result<bool> found = find.bind(1, source.value)
                                   .bind(2, static_cast<qint64>(hash))
                                   .bind(3, row.length)
                                   .bindBlob(4, row.bytes, Statement::Borrow::Yes)
                                   .step();
    find.reset();
    return found;
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
        const Result<void> done = insert.bindBlob(6, fingerprint).run();
        if (!done)
            return done;
    }
    return {};
}

Result<std::vector<CoverageEntry>> coverage(SqlConnection &connection, SourceId source)
{
    TRY(const qint64 version, connection.integer("PRAGMA user_version"));
    std::string sql = "SELECT from_time, to_time, answered, pages FROM coverage WHERE source = ?1";
    if (version >= 2) // not on read-only media, where an older file stays as it is
        sql += " AND coalesce(fingerprint = (SELECT fingerprint FROM source WHERE id = ?1), TRUE)";
    TRY(Statement select, connection.prepare(sql + " ORDER BY id"));
    select.bind(1, source.value);
    std::vector<CoverageEntry> entries;
    for (;;) {
        TRY(const bool row, select.step());
        if (!row)
            return entries;
        StoredRow stored(select, "coverage");
        entries.push_back({.window = {.from = stored.timeOrNone(0), .to = stored.timeOrNone(1)},
                           .answered = stored.time(2),
                           .pages = stored.number(3, StoredRanges::Count)});
        TRY(stored.check());
    }
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
        const Result<void> done = insert.bindBlob(7, row.bytes, Statement::Borrow::Yes).run();
        if (!done)
            return done;
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
    for (;;) {
        TRY(const bool row, select.step());
        if (!row)
            return entries;
        StoredRow stored(select, "quarantine");
        const std::span<const char> bytes = stored.blob(5);
        entries.push_back({.id = stored.number(0, StoredRanges::Any),
                           .received = stored.time(1),
                           .reason = toQString(stored.text(2)),
                           .offset = stored.number(3, StoredRanges::Bytes),
                           .length = stored.number(4, StoredRanges::Bytes),
                           .bytes = QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))});
        TRY(stored.check());
    }
}

} // namespace Trailglass::Ledger
