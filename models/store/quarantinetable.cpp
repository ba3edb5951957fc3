// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/quarantinetable.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/json/jsonlimits.h"
#include "models/store/quarantineinserter.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlerror.h"
#include "models/store/storedrow.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace Trailglass::QuarantineTable {

namespace {

constexpr StoredRange Kinds{0, static_cast<qint64>(QuarantineKind::Conflict)};

/// The schema's version since which rows have kind, event_id and place.
constexpr qint64 VersionWithKinds = 5;

Error noSuchRow(qint64 id)
{
    return {.kind = ErrorKind::NotFound,
            .message = Trailglass::tr("There is no quarantined row %1. “Quarantine…” in the window, or "
                                      "“trailglass-cli quarantine”, lists them.")
                           .arg(id)};
}

/// What stays of a row when what is in it becomes another one.
struct Arrival
{
    QuarantineKind kind = QuarantineKind::Unreadable;
    UtcMicros received;
    QString place;
    std::optional<qint64> leaf;
};

Result<Arrival> arrivalOf(Statement &select, SourceId source, qint64 id)
{
    Arrival arrival;
    TRY(const bool isThere,
        firstStoredRow(select.bind(1, id).bind(2, source.value), "quarantine", [&](StoredRow &row) {
            arrival = {.kind = static_cast<QuarantineKind>(row.number(0, Kinds)),
                       .received = row.time(1),
                       .place = toQString(row.text(2)),
                       .leaf = row.numberOrNone(3, StoredRanges::Leaf)};
        }));
    if (!isThere)
        return noSuchRow(id);
    return arrival;
}

Result<std::string> selectRows(SqlConnection &connection, std::string_view rest)
{
    TRY(const bool kinds, hasKinds(connection));
    return std::string("SELECT id, source, received, reason, \"offset\", length, length(bytes) AS bytes, "
                       "CASE WHEN ?1 THEN bytes END AS bytes, ")
        .append(kinds ? "kind, event_id, place" : "0 AS kind, NULL AS event_id, NULL AS place")
        .append(" FROM quarantine WHERE ")
        .append(rest);
}

/// \param sql  of selectRows()
Result<void> visitRows(Statement &select, const std::function<void(QuarantineEntry &&)> &take)
{
    return forEachStoredRow(select, "quarantine", [&take](StoredRow &row) -> Result<void> {
        QuarantineEntry entry{.id = row.number(0, StoredRanges::Any),
                              .source = {row.number(1, StoredRanges::Source)},
                              .kind = static_cast<QuarantineKind>(row.number(8, Kinds)),
                              .received = row.time(2),
                              .length = row.number(5, StoredRanges::Bytes),
                              .kept = row.number(6, {0, MaxQuarantinedBytes})};
        (entry.kind == QuarantineKind::Conflict ? entry.notKept : entry.offset) =
            row.number(4, StoredRanges::Bytes);
        const std::string_view reason = row.text(3);
        const std::string_view eventId = row.text(9);
        const std::string_view place = row.text(10);
        TRY(row.check()); // before anything of a size that cannot be right is copied
        if (entry.kept > entry.length)
            return impossibleValue("quarantine", "length");
        if (std::ssize(reason) > QuarantineEntry::MaxReason)
            return impossibleValue("quarantine", "reason");
        if (eventId.empty() == (entry.kind == QuarantineKind::Conflict)
            || std::ssize(eventId) > QuarantineEntry::MaxEventId)
            return impossibleValue("quarantine", "event_id");
        if (std::ssize(place) > QuarantineEntry::MaxPlace)
            return impossibleValue("quarantine", "place");
        const std::span<const char> bytes = row.blob(7);
        entry.eventId = eventId;
        entry.place = toQString(place);
        entry.reason = toQString(reason);
        entry.bytes = QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
        take(std::move(entry));
        return {};
    });
}

} // namespace

Result<void> addUnreadable(SqlConnection &connection, TreeWriter &tree, SourceId source, UtcMicros received,
                           std::span<const Quarantined> rows)
{
    if (rows.empty())
        return {};
    TRY(QuarantineInserter inserter, QuarantineInserter::open(connection, tree));
    for (const Quarantined &row : rows) {
        TRY(inserter.addUnreadable(source, received, row));
    }
    return {};
}

Result<void> addConflicts(SqlConnection &connection, TreeWriter &tree, SourceId source, UtcMicros received,
                          std::span<const Event *const> events, const QString &place)
{
    if (events.empty())
        return {};
    TRY(QuarantineInserter inserter, QuarantineInserter::open(connection, tree));
    for (const Event *event : events) {
        TRY(inserter.addConflict(source, received, *event, place,
                                 QuarantineInserter::Versions::FirstAndLatest));
    }
    return {};
}

Result<void> resolve(SqlConnection &connection, TreeWriter &tree, const PageCommit &page,
                     std::span<const Event *const> conflicts)
{
    Q_ASSERT(page.retried.size() == page.events.size());
    TRY(Statement select,
        connection.prepare("SELECT kind, received, place, leaf FROM quarantine WHERE id = ? AND source = ?"));
    TRY(QuarantineInserter inserter, QuarantineInserter::open(connection, tree));
    for (std::size_t index = 0; index < page.events.size(); ++index) {
        const Event &event = page.events[index];
        const qint64 id = page.retried[index];
        const bool isConflict = std::ranges::find(conflicts, &event) != conflicts.end();
        TRY(const Arrival arrival, arrivalOf(select, page.source, id));
        if (isConflict && arrival.kind == QuarantineKind::Conflict)
            continue;
        TRY(inserter.remove(page.source, id, arrival.leaf, page.received));
        if (isConflict) {
            TRY(inserter.addConflict(page.source, arrival.received, event, arrival.place,
                                     QuarantineInserter::Versions::All));
        }
    }
    return {};
}

Result<std::vector<QuarantineEntry>> list(SqlConnection &connection, const QuarantineRange &range)
{
    std::vector<QuarantineEntry> entries;
    TRY(visit(connection, range,
              [&entries](QuarantineEntry &&entry) { entries.push_back(std::move(entry)); }));
    return entries;
}

Result<void> visit(SqlConnection &connection, const QuarantineRange &range,
                   const std::function<void(QuarantineEntry &&)> &take)
{
    const bool isNewestFirst = range.order == QuarantineRange::Order::NewestFirst;
    // Rows of a source that is being purged are hidden. The + keeps the order of ids: sorting would read all.
    std::string rest =
        range.source ? "+source = ?3" : "+source IN (SELECT id FROM source WHERE name IS NOT NULL)";
    if (range.past)
        rest += isNewestFirst ? " AND id < ?4" : " AND id > ?4";
    rest += isNewestFirst ? " ORDER BY id DESC LIMIT ?2" : " ORDER BY id LIMIT ?2";
    TRY(const std::string sql, selectRows(connection, rest));
    TRY(Statement select, connection.prepare(sql));
    select.bind(1, range.withBytes ? 1 : 0).bind(2, range.limit > 0 ? range.limit : -1);
    if (range.source)
        select.bind(3, range.source->value);
    if (range.past)
        select.bind(4, *range.past);
    return visitRows(select, take);
}

Result<QuarantineEntry> at(SqlConnection &connection, qint64 id)
{
    TRY(const std::string sql,
        selectRows(connection, "id = ?2 AND source IN (SELECT id FROM source WHERE name IS NOT NULL)"));
    TRY(Statement select, connection.prepare(sql));
    std::optional<QuarantineEntry> found;
    TRY(visitRows(select.bind(1, 1).bind(2, id),
                  [&found](QuarantineEntry &&entry) { found = std::move(entry); }));
    if (!found)
        return noSuchRow(id);
    return *std::move(found);
}

Result<bool> isThere(SqlConnection &connection, SourceId source)
{
    TRY(Statement select, connection.prepare("SELECT 1 FROM quarantine WHERE source = ?"));
    return select.bind(1, source.value).hasRow();
}

Result<bool> hasKinds(SqlConnection &connection)
{
    TRY(const qint64 version, connection.integer("PRAGMA user_version"));
    return version >= VersionWithKinds;
}

} // namespace Trailglass::QuarantineTable
