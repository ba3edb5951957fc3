// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/loggedrows.h"

#include "models/core/text.h"
#include "models/json/jsonlimits.h"
#include "models/store/sqlconnection.h"
#include "models/store/storedrow.h"
#include "models/store/treerecords.h"

namespace Trailglass::LoggedRows {

namespace {

// CROSS: the rows themselves are the outer loop, in the order of their ids.
constexpr std::string_view SelectQuarantined =
    "SELECT q.id, q.leaf, coalesce(s.name, s.purged_name), q.received, q.reason, q.\"offset\", q.length, "
    "q.bytes, q.kind, q.event_id, q.place, s.name IS NULL FROM quarantine AS q CROSS JOIN source AS s ON "
    "s.id = q.source "
    "WHERE coalesce(s.name, s.purged_name) IS NOT NULL ORDER BY q.id";
constexpr std::string_view SelectCoverage =
    "SELECT c.id, c.leaf, coalesce(s.name, s.purged_name), c.from_time, c.to_time, c.answered, c.pages, "
    "s.name IS NULL FROM coverage AS c CROSS JOIN source AS s ON s.id = c.source "
    "WHERE coalesce(s.name, s.purged_name) IS NOT NULL ORDER BY c.id";

std::optional<QByteArray> quarantinedText(StoredRow &row)
{
    const std::string_view source = row.text(2);
    const std::string_view reason = row.text(4);
    const qint64 offset = row.number(5, StoredRanges::Bytes);
    const std::span<const char> bytes = row.blob(7);
    const std::string_view event = row.text(9);
    const std::string_view place = row.text(10);
    QuarantineEntry entry{.source = {},
                          .kind = static_cast<QuarantineKind>(
                              row.number(8, {0, static_cast<qint64>(QuarantineKind::Conflict)})),
                          .received = row.time(3),
                          .length = row.number(6, StoredRanges::Bytes)};
    // Nothing of a size that cannot be right is copied.
    if (!row.isGood() || std::ssize(reason) > QuarantineEntry::MaxReason
        || std::ssize(event) > QuarantineEntry::MaxEventId || std::ssize(place) > QuarantineEntry::MaxPlace
        || std::ssize(bytes) > MaxQuarantinedBytes)
        return std::nullopt;
    entry.eventId = event;
    entry.place = toQString(place);
    entry.reason = toQString(reason);
    // Of a conflict, the column counts versions that are not kept.
    if (entry.kind == QuarantineKind::Unreadable)
        entry.offset = offset;
    entry.bytes = QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return TreeRecords::quarantined(toQString(source), entry);
}

std::optional<QByteArray> coverageText(StoredRow &row)
{
    const QString source = toQString(row.text(2));
    const CoverageEntry entry{.window = {.from = row.timeOrNone(3), .to = row.timeOrNone(4)},
                              .answered = row.time(5),
                              .pages = row.number(6, StoredRanges::Count)};
    return row.isGood() ? std::optional(TreeRecords::coverage(source, entry)) : std::nullopt;
}

Result<void> visitLogged(SqlConnection &connection, std::string_view sql, const char *table,
                         int isPurgedColumn, std::optional<QByteArray> (*textOf)(StoredRow &row),
                         const Visitor &take)
{
    TRY(Statement select, connection.prepare(sql));
    return select.forEachRow([&](const Statement &at) -> Result<void> {
        StoredRow row(at, table);
        StoredRow place(at, table); // what is wrong with it says nothing of the rest
        LoggedRow logged{.id = place.number(0, StoredRanges::Any),
                         .isPurged = at.integer(isPurgedColumn) != 0};
        const std::optional<qint64> leaf = place.numberOrNone(1, StoredRanges::Leaf);
        if (place.isGood())
            logged.leaf = leaf;
        logged.record = textOf(row);
        return take(std::move(logged));
    });
}

Result<void> noteLeaves(SqlConnection &connection, std::string_view sql, std::span<const LoggedLeaf> leaves)
{
    TRY(Statement update, connection.prepare(sql));
    for (const LoggedLeaf &logged : leaves) {
        TRY(update.bind(1, logged.id).bind(2, logged.leaf).run());
    }
    return {};
}

} // namespace

Result<void> visitQuarantined(SqlConnection &connection, const Visitor &take)
{
    return visitLogged(connection, SelectQuarantined, "quarantine", 11, quarantinedText, take);
}

Result<void> visitCoverage(SqlConnection &connection, const Visitor &take)
{
    return visitLogged(connection, SelectCoverage, "coverage", 7, coverageText, take);
}

Result<void> noteQuarantined(SqlConnection &connection, std::span<const LoggedLeaf> leaves)
{
    return noteLeaves(connection, "UPDATE quarantine SET leaf = ?2 WHERE id = ?1", leaves);
}

Result<void> noteCoverage(SqlConnection &connection, std::span<const LoggedLeaf> leaves)
{
    return noteLeaves(connection, "UPDATE coverage SET leaf = ?2 WHERE id = ?1", leaves);
}

} // namespace Trailglass::LoggedRows
