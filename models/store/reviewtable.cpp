// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/reviewtable.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/store/counters.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"

#include <algorithm>

namespace Trailglass::ReviewTable {

namespace {

/// The first schema with the tables. A reader migrates nothing, so it may see an older one.
constexpr qint64 FirstVersion = 6;

constexpr std::string_view SelectEntries =
    "SELECT id, at, reviewer, name, filter, row, size, count, note FROM review ";

/// Bytes that a text of so many UTF-16 units has at most.
constexpr std::size_t bytesOf(qsizetype units)
{
    return static_cast<std::size_t>(units) * 3;
}

/// A text of at most \a max UTF-16 units, which is how long the program lets it be.
Result<QString> boundedText(StoredRow &row, int column, qsizetype max, const char *table, const char *name)
{
    const std::string_view bytes = row.text(column);
    if (bytes.size() > bytesOf(max))
        return impossibleValue(table, name);
    QString text = toQString(bytes);
    if (text.size() > max)
        return impossibleValue(table, name);
    return text;
}

Result<ReviewEntry> entryAt(StoredRow &row)
{
    ReviewEntry entry;
    entry.id = row.number(0, StoredRanges::Run);
    entry.at = row.time(1);
    TRY(entry.reviewer, boundedText(row, 2, ReviewLimits::MaxName, "review", "reviewer"));
    TRY(entry.name, boundedText(row, 3, ReviewLimits::MaxName, "review", "name"));
    TRY(entry.filter, boundedText(row, 4, ReviewLimits::MaxFilter, "review", "filter"));
    entry.row = {row.number(5, StoredRanges::LastRow)};
    entry.size = row.number(6, StoredRanges::TreeSize);
    entry.count = row.number(7, StoredRanges::Count);
    TRY(entry.note, boundedText(row, 8, ReviewLimits::MaxNote, "review", "note"));
    TRY(row.check());
    return entry;
}

using VisitEntry = std::function<void(ReviewEntry &&)>;

Result<void> visitEntries(Statement &select, const VisitEntry &visit)
{
    return forEachStoredRow(select, "review", [&visit](StoredRow &row) -> Result<void> {
        TRY(ReviewEntry entry, entryAt(row));
        visit(std::move(entry));
        return {};
    });
}

/// Notes that something was changed: see version().
Result<void> noteChange(SqlConnection &connection)
{
    TRY(Counters counters, Counters::open(connection));
    TRY(const qint64 changes, counters.value(Counters::Reviews));
    return counters.set(Counters::Reviews, changes + 1);
}

/// Runs a statement that changes what stands at a row.
/// \returns whether it changed anything
Result<bool> changeRow(SqlConnection &connection, Statement &statement)
{
    TRY(statement.run());
    if (connection.changes() == 0)
        return false;
    TRY(noteChange(connection));
    return true;
}

} // namespace

Result<bool> isThere(SqlConnection &connection)
{
    TRY(const qint64 version, connection.integer("PRAGMA user_version"));
    return version >= FirstVersion;
}

Result<qint64> version(SqlConnection &connection)
{
    TRY(Counters counters, Counters::open(connection));
    return counters.value(Counters::Reviews);
}

Result<std::vector<ReviewEntry>> log(SqlConnection &connection, int limit)
{
    std::vector<ReviewEntry> entries;
    TRY(const bool there, isThere(connection));
    if (!there)
        return entries;
    TRY(Statement select, connection.prepare(std::string(SelectEntries).append("ORDER BY id DESC LIMIT ?")));
    select.bind(1, limit > 0 ? limit : -1);
    TRY(visitEntries(select, [&entries](ReviewEntry &&entry) { entries.push_back(std::move(entry)); }));
    return entries;
}

Result<std::vector<ReviewEntry>> lastEntries(SqlConnection &connection)
{
    std::vector<ReviewEntry> entries;
    TRY(const bool there, isThere(connection));
    if (!there)
        return entries;
    TRY(Statement select,
        connection.prepare(std::string(SelectEntries)
                               .append("WHERE id IN (SELECT max(id) FROM review GROUP BY reviewer, name) "
                                       "ORDER BY reviewer, name")));
    TRY(visitEntries(select, [&entries](ReviewEntry &&entry) { entries.push_back(std::move(entry)); }));
    return entries;
}

Result<RowId> reviewedRow(SqlConnection &connection, const QString &reviewer, const QString &name)
{
    TRY(const bool there, isThere(connection));
    if (!there)
        return RowId();
    TRY(Statement select,
        connection.prepare(
            "SELECT row FROM review WHERE reviewer = ? AND name = ? ORDER BY id DESC LIMIT 1"));
    select.bind(1, toUtf8(reviewer)).bind(2, toUtf8(name));
    RowId reviewed;
    TRY(firstStoredRow(select, "review",
                       [&reviewed](StoredRow &row) { reviewed = {row.number(0, StoredRanges::LastRow)}; }));
    TRY(const RowId last, readLastRow(connection));
    // It would hide events to come.
    if (reviewed > last)
        return impossibleValue("review", "row");
    return reviewed;
}

Result<qint64> add(SqlConnection &connection, const ReviewEntry &entry)
{
    TRY(Statement insert,
        connection.prepare("INSERT INTO review (at, reviewer, name, filter, row, size, count, note) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"));
    insert.bind(1, entry.at.value).bind(2, toUtf8(entry.reviewer)).bind(3, toUtf8(entry.name));
    insert.bind(4, toUtf8(entry.filter)).bind(5, entry.row.value).bind(6, entry.size);
    insert.bind(7, entry.count).bind(8, toUtf8(entry.note));
    qint64 id = 0;
    // SQLite takes the next number from table sqlite_sequence.
    TRY(firstStoredRow(insert, "sqlite_sequence",
                       [&id](StoredRow &row) { id = row.number(0, StoredRanges::Run); }));
    TRY(noteChange(connection));
    return id;
}

Result<void> visitMarks(SqlConnection &connection, const std::function<void(const EventMark &)> &visit)
{
    TRY(const bool there, isThere(connection));
    if (!there)
        return {};
    TRY(Statement select,
        connection.prepare("SELECT row, colour, reviewer, at FROM event_mark ORDER BY row"));
    return forEachStoredRow(select, "event_mark", [&visit](StoredRow &row) -> Result<void> {
        EventMark mark;
        mark.row = {row.number(0, StoredRanges::Row)};
        const std::optional<MarkColour> colour = markColourFromName(row.text(1));
        TRY(mark.reviewer, boundedText(row, 2, ReviewLimits::MaxName, "event_mark", "reviewer"));
        mark.at = row.time(3);
        TRY(row.check());
        if (!colour)
            return impossibleValue("event_mark", "colour");
        mark.colour = *colour;
        visit(mark);
        return {};
    });
}

Result<void> visitNotes(SqlConnection &connection, const std::function<void(const EventNote &)> &visit)
{
    TRY(const bool there, isThere(connection));
    if (!there)
        return {};
    TRY(Statement select, connection.prepare("SELECT row, note, reviewer, at FROM event_note ORDER BY row"));
    return forEachStoredRow(select, "event_note", [&visit](StoredRow &row) -> Result<void> {
        EventNote note;
        note.row = {row.number(0, StoredRanges::Row)};
        TRY(note.note, boundedText(row, 1, ReviewLimits::MaxNote, "event_note", "note"));
        TRY(note.reviewer, boundedText(row, 2, ReviewLimits::MaxName, "event_note", "reviewer"));
        note.at = row.time(3);
        TRY(row.check());
        if (note.note.isEmpty())
            return impossibleValue("event_note", "note");
        visit(note);
        return {};
    });
}

Result<bool> setMark(SqlConnection &connection, const EventMark &mark)
{
    TRY(Statement set,
        connection.prepare("INSERT INTO event_mark (row, colour, reviewer, at) VALUES (?1, ?2, ?3, ?4) "
                           "ON CONFLICT (row) DO UPDATE SET colour = ?2, reviewer = ?3, at = ?4 "
                           "WHERE colour IS NOT ?2"));
    set.bind(1, mark.row.value).bind(2, name(mark.colour));
    set.bind(3, toUtf8(mark.reviewer)).bind(4, mark.at.value);
    return changeRow(connection, set);
}

Result<bool> removeMark(SqlConnection &connection, RowId row)
{
    TRY(Statement remove, connection.prepare("DELETE FROM event_mark WHERE row = ?"));
    remove.bind(1, row.value);
    return changeRow(connection, remove);
}

Result<bool> setNote(SqlConnection &connection, const EventNote &note)
{
    TRY(Statement set,
        connection.prepare("INSERT INTO event_note (row, note, reviewer, at) VALUES (?1, ?2, ?3, ?4) "
                           "ON CONFLICT (row) DO UPDATE SET note = ?2, reviewer = ?3, at = ?4 "
                           "WHERE note IS NOT ?2"));
    set.bind(1, note.row.value).bind(2, toUtf8(note.note));
    set.bind(3, toUtf8(note.reviewer)).bind(4, note.at.value);
    return changeRow(connection, set);
}

Result<bool> removeNote(SqlConnection &connection, RowId row)
{
    TRY(Statement remove, connection.prepare("DELETE FROM event_note WHERE row = ?"));
    remove.bind(1, row.value);
    return changeRow(connection, remove);
}

Result<void> moveMarks(SqlConnection &connection, RowId oldRow, RowId newRow)
{
    qint64 moved = 0;
    // A mark of a row number that is not in use yet was not written by us; it must not keep the event from being replaced.
    for (const std::string_view sql : {"UPDATE OR REPLACE event_mark SET row = ?2 WHERE row = ?1",
                                       "UPDATE OR REPLACE event_note SET row = ?2 WHERE row = ?1"}) {
        TRY(Statement update, connection.prepare(sql));
        TRY(update.bind(1, oldRow.value).bind(2, newRow.value).run());
        moved += connection.changes();
    }
    return moved > 0 ? noteChange(connection) : Result<void>();
}

Result<void> removeMarks(SqlConnection &connection, RowId firstRow, RowId lastRow)
{
    qint64 removed = 0;
    for (const std::string_view sql : {"DELETE FROM event_mark WHERE row BETWEEN ?1 AND ?2",
                                       "DELETE FROM event_note WHERE row BETWEEN ?1 AND ?2"}) {
        TRY(Statement remove, connection.prepare(sql));
        TRY(remove.bind(1, firstRow.value).bind(2, lastRow.value).run());
        removed += connection.changes();
    }
    return removed > 0 ? noteChange(connection) : Result<void>();
}

Result<void> check(SqlConnection &connection)
{
    TRY(version(connection));
    TRY(const bool there, isThere(connection));
    if (!there)
        return {};
    TRY(Statement select, connection.prepare(SelectEntries));
    TRY(const RowId last, readLastRow(connection));
    RowId greatest;
    TRY(visitEntries(select, [&greatest](ReviewEntry &&entry) { greatest = std::max(greatest, entry.row); }));
    if (greatest > last)
        return impossibleValue("review", "row");
    TRY(visitMarks(connection, [](const EventMark &) {}));
    return visitNotes(connection, [](const EventNote &) {});
}

} // namespace Trailglass::ReviewTable
