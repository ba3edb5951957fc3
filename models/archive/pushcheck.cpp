// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/pushcheck.h"

#include "models/archive/archivesession.h"
#include "models/archive/rowbinary.h"
#include "models/core/event.h"
#include "models/core/translation.h"
#include "models/store/eventreader.h"

#include <map>
#include <tuple>
#include <utility>
#include <vector>

namespace Trailglass {

namespace {

constexpr qint64 ComparedEvents = 1'000;

/// What tells events apart: source, id and time.
using EventIdentity = std::tuple<std::string, std::string, qint64>;

Error goesBack(qint64 pushed, qint64 there)
{
    return {
        .kind = ErrorKind::Rejected,
        .message =
            Trailglass::tr(
                "The archive has events of this workspace up to row %1, but the workspace ends with row %2. "
                "It "
                "was restored from an older backup, or it is a copy of another one that has pushed since. "
                "Nothing was pushed: push from the workspace that is ahead, or from a new one.")
                .arg(pushed)
                .arg(there)};
}

Error fewerRemovals()
{
    return {.kind = ErrorKind::Rejected,
            .message = Trailglass::tr(
                "The archive knows of more superseded or removed events than this workspace. It was restored "
                "from an older backup, or it is a copy of another one that has pushed since. Nothing was "
                "pushed: push from the workspace that is ahead, or from a new one.")};
}

Error differs(qint64 row)
{
    return {
        .kind = ErrorKind::Rejected,
        .message =
            Trailglass::tr(
                "The archive has another event as row %1 of this workspace. Either the workspace was "
                "restored "
                "from an older backup and synced since, or there is a copy of its folder that pushes into "
                "the same archive. Nothing was pushed: push from one of them only.")
                .arg(row)};
}

/// The last events that count and were not taken back.
Result<std::map<RowId, EventIdentity>> lastPushed(ArchiveSession &session, quint32 origin,
                                                  const OriginLedger &ledger, const CancelToken &cancel)
{
    const ArchiveSql sql = "SELECT row, source, id, created FROM event WHERE " + ledger.counting(origin)
        + " AND row > " + ArchiveSql::number(ledger.upTo.row.value - ComparedEvents) + " AND sign = 1";
    TRY(const QByteArray bytes, session.ask(sql, cancel));
    RowBinaryReader reader(bytes);
    std::map<RowId, EventIdentity> events;
    while (!reader.atEnd()) {
        const RowId row{reader.readInt64()};
        EventIdentity event;
        std::get<0>(event) = reader.readText();
        std::get<1>(event) = reader.readText();
        std::get<2>(event) = reader.readInt64();
        TRY(reader.check());
        events.emplace(row, std::move(event));
    }
    return events;
}

} // namespace

Result<void> requireSameWorkspace(const EventReader &reader, ArchiveSession &session, quint32 origin,
                                  const OriginLedger &ledger, const CancelToken &cancel)
{
    TRY(const RowId lastRow, reader.lastRow());
    if (ledger.upTo.row > lastRow)
        return goesBack(ledger.upTo.row.value, lastRow.value);
    if (ledger.upTo.removal > 0) {
        TRY(const RemovedAfter removals, reader.removedAfter(ledger.upTo.removal - 1));
        if (removals.sequence < ledger.upTo.removal)
            return fewerRemovals();
    }
    TRY(const auto pushed, lastPushed(session, origin, ledger, cancel));
    std::vector<RowId> rows;
    rows.reserve(pushed.size());
    for (const auto &[row, event] : pushed)
        rows.push_back(row);
    TRY(const std::vector<EventRecord> records, reader.records(rows, EventReader::WithRaw::No));
    for (const EventRecord &record : records) {
        if (pushed.at(record.row)
            != EventIdentity(record.source, record.event.id, record.event.created.value))
            return differs(record.row.value);
    }
    return {};
}

} // namespace Trailglass
