// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/runtable.h"

#include "models/core/result.h"
#include "models/store/runjson.h"
#include "models/store/sourcetable.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"

namespace Trailglass::RunTable {

namespace {

constexpr const char *Table = "sync_run";

/// The first schema with the table. A reader migrates nothing, so it may see an older one.
constexpr qint64 FirstVersion = 5;

constexpr StoredRange Kinds{0, static_cast<qint64>(RunKind::Import)};
constexpr StoredRange Statuses{0, static_cast<qint64>(RunStatus::OkWithGap)};
constexpr StoredRange Waits{0, qint64(1) << 50}; ///< 35 years

constexpr std::string_view Select =
    "SELECT id, source, kind, started, ended, status, requests, retries, pages, bytes, waited, received, "
    "added, updated, duplicate, conflict, unreadable, warnings, error FROM sync_run ";

enum Column
{
    Id,
    Source,
    Kind,
    Started,
    Ended,
    Status,
    Requests,
    Retries,
    Pages,
    Bytes,
    Waited,
    Received,
    Added,
    Updated,
    Duplicate,
    Conflict,
    Unreadable,
    Warnings,
    ErrorColumn
};

Result<bool> exists(SqlConnection &connection)
{
    TRY(const qint64 version, connection.integer("PRAGMA user_version"));
    return version >= FirstVersion;
}

RunFigures numbersOf(StoredRow &row)
{
    const auto count = [&row](Column column) {
        return row.number(column, StoredRanges::Count);
    };
    return {.requests = count(Requests),
            .retries = count(Retries),
            .pages = count(Pages),
            .bytes = row.number(Bytes, StoredRanges::Bytes),
            .waited = row.number(Waited, Waits),
            .counts = {.received = count(Received),
                       .added = count(Added),
                       .updated = count(Updated),
                       .duplicate = count(Duplicate),
                       .conflict = count(Conflict),
                       .unreadable = count(Unreadable)}};
}

Result<RunRecord> recordAt(const Statement &statement)
{
    StoredRow row(statement, Table);
    RunRecord run{.id = {row.number(Id, StoredRanges::Run)},
                  .source = {row.number(Source, StoredRanges::Source)},
                  .kind = static_cast<RunKind>(row.number(Kind, Kinds)),
                  .started = row.time(Started),
                  .end = {},
                  .figures = numbersOf(row)};
    const std::optional<UtcMicros> ended = row.timeOrNone(Ended);
    const std::optional<qint64> status = row.numberOrNone(Status, Statuses);
    const std::string_view warnings = row.text(Warnings);
    const std::string_view error = row.text(ErrorColumn);
    TRY(row.check());
    if (ended.has_value() != status.has_value())
        return impossibleValue(Table, "status");
    if (ended)
        run.end = RunEnd{.at = *ended, .status = static_cast<RunStatus>(*status)};
    const auto readWarnings = RunJson::warnings(warnings);
    if (!readWarnings)
        return impossibleValue(Table, "warnings");
    run.figures.warnings = *readWarnings;
    run.figures.error = RunJson::error(error);
    if (!run.figures.error && !error.empty())
        return impossibleValue(Table, "error");
    return run;
}

Result<void> deleteTooMany(SqlConnection &connection, SourceId source)
{
    TRY(Statement statement,
        connection.prepare(
            "DELETE FROM sync_run WHERE source = ?1 AND id < (SELECT id FROM sync_run WHERE source = ?1 "
            "ORDER BY id DESC LIMIT 1 OFFSET ?2) AND id NOT IN (SELECT max(id) FROM sync_run WHERE "
            "source = ?1 AND status IN (0, 3) AND kind <> 2 GROUP BY status)"));
    return statement.bind(1, source.value).bind(2, KeptRuns - 1).run();
}

} // namespace

Result<RunId> begin(SqlConnection &connection, SourceId source, RunKind kind, UtcMicros at)
{
    TRY(SourceTable::requireExists(connection, source));
    TRY(Statement insert,
        connection.prepare("INSERT INTO sync_run (source, kind, started) VALUES (?, ?, ?) RETURNING id"));
    insert.bind(1, source.value).bind(2, static_cast<qint64>(kind)).bind(3, at.value);
    RunId id;
    // SQLite takes the next number from table sqlite_sequence.
    TRY(firstStoredRow(insert, "sqlite_sequence",
                       [&id](StoredRow &row) { id = {row.number(0, StoredRanges::Run)}; }));
    TRY(deleteTooMany(connection, source));
    return id;
}

Result<void> finish(SqlConnection &connection, const RunRecord &run)
{
    TRY(Statement update,
        connection.prepare(
            "UPDATE sync_run SET ended = ?3, status = ?4, requests = ?5, retries = ?6, pages = ?7, "
            "bytes = ?8, waited = ?9, received = ?10, added = ?11, updated = ?12, duplicate = ?13, "
            "conflict = ?14, unreadable = ?15, warnings = ?16, error = ?17 "
            "WHERE id = ?1 AND source = ?2 AND ended IS NULL"));
    const RunFigures &figures = run.figures;
    const CommitCounts &counts = figures.counts;
    update.bind(1, run.id.value).bind(2, run.source.value);
    update.bind(3, run.end->at.value).bind(4, static_cast<qint64>(run.end->status));
    update.bind(5, figures.requests).bind(6, figures.retries).bind(7, figures.pages);
    update.bind(8, figures.bytes).bind(9, figures.waited);
    update.bind(10, counts.received).bind(11, counts.added).bind(12, counts.updated);
    update.bind(13, counts.duplicate).bind(14, counts.conflict).bind(15, counts.unreadable);
    update.bindOrNull(16, RunJson::text(figures.warnings)).bindOrNull(17, RunJson::text(figures.error));
    return update.run();
}

Result<std::vector<RunRecord>> newest(SqlConnection &connection, std::optional<SourceId> source, int limit)
{
    std::vector<RunRecord> runs;
    TRY(const bool there, exists(connection));
    if (!there)
        return runs;
    TRY(Statement select,
        connection.prepare(std::string(Select)
                           + "WHERE id IN (SELECT id FROM sync_run WHERE coalesce(source = ?1, TRUE) "
                             "AND source IN (SELECT id FROM source WHERE name IS NOT NULL) "
                             "ORDER BY id DESC LIMIT ?2) ORDER BY id DESC"));
    if (source)
        select.bind(1, source->value);
    else
        select.bindNull(1);
    select.bind(2, limit > 0 ? limit : -1);
    TRY(select.forEachRow([&runs](const Statement &row) -> Result<void> {
        TRY(RunRecord run, recordAt(row));
        runs.push_back(std::move(run));
        return {};
    }));
    return runs;
}

Result<std::optional<RunRecord>> lastSync(SqlConnection &connection, SourceId source, RunStatus status)
{
    std::optional<RunRecord> run;
    TRY(const bool there, exists(connection));
    if (!there)
        return run;
    TRY(Statement select,
        connection.prepare(std::string(Select)
                           + "WHERE source = ? AND status = ? AND kind <> 2 ORDER BY id DESC LIMIT 1"));
    select.bind(1, source.value).bind(2, static_cast<qint64>(status));
    TRY(select.firstRow([&run](const Statement &row) -> Result<void> {
        TRY(run, recordAt(row));
        return {};
    }));
    return run;
}

Result<void> check(SqlConnection &connection)
{
    TRY(const bool there, exists(connection));
    if (!there)
        return {};
    TRY(Statement select, connection.prepare(Select));
    return select.forEachRow([](const Statement &row) -> Result<void> {
        TRY(recordAt(row));
        return {};
    });
}

} // namespace Trailglass::RunTable
