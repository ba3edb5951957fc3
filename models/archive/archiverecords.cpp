// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiverecords.h"

#include "models/archive/archivesession.h"
#include "models/archive/eventkeyreader.h"
#include "models/archive/eventtable.h"
#include "models/archive/pagesql.h"
#include "models/archive/recordcolumns.h"
#include "models/archive/rowbinary.h"
#include "models/archive/rowcount.h"
#include "models/archive/snapshotsql.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/query/sortorder.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace Trailglass {

namespace {

constexpr quint64 NewestRows = 500; ///< of a sample
constexpr int SpreadTimes = 10; ///< over all older events
constexpr quint64 RowsAtATime = 50; ///< after each of these times
constexpr std::size_t RowsInMemory = 50; ///< with raw, each up to 16 MiB

const ArchiveResult &archived(const ResultSnapshot &result)
{
    return dynamic_cast<const ArchiveResult &>(result);
}

ArchiveSql columnsOf(bool withRaw)
{
    std::vector<ArchiveSql> columns;
    for (const std::string &name : recordColumns(withRaw))
        columns.push_back(ArchiveSql::identifier(name));
    return joinSql(columns, ", ");
}

ArchiveSql isField(Field field, const std::string &text)
{
    return ArchiveSql::identifier(archiveColumnName(field)) + " = " + ArchiveSql::literal(text);
}

OrderSql sampleOrder(bool newestFirst)
{
    return orderSql({{Field::Created, newestFirst}}, nullptr);
}

/// Keys in the order of rows; those of other rows are left out.
std::vector<EventKey> inOrderOf(std::span<const RowId> rows, const std::vector<EventKey> &keys)
{
    std::unordered_map<RowId, EventKey> byRow;
    for (const EventKey &key : keys)
        byRow.emplace(key.row, key);
    std::vector<EventKey> ordered;
    for (const RowId row : rows) {
        if (const auto found = byRow.find(row); found != byRow.end())
            ordered.push_back(found->second);
    }
    return ordered;
}

} // namespace

ArchiveRecords::ArchiveRecords(ArchiveSession &session, RowTimes &times, const BlockLimits &limits)
    : m_session(session)
    , m_locator(session, times)
    , m_limits(limits)
{
}

/// Records in the order of \a keys. A row that was taken back later is there too, with the sign 1 of its first version.
Result<std::vector<EventRecord>> ArchiveRecords::ofKeys(const ArchiveState &state,
                                                        std::span<const EventKey> keys, bool withRaw,
                                                        const CancelToken &cancel)
{
    if (keys.empty())
        return std::vector<EventRecord>();
    const ArchiveSql from = fromEvents(state.watermark, allOf({isOneOfRows(keys), "sign = 1"}));
    const Result<QByteArray> rows = m_session.ask("SELECT " + columnsOf(withRaw) + from, cancel);
    if (!rows && rows.error().kind == ErrorKind::TooLarge && keys.size() > 1) {
        // Events of megabytes each: fewer at a time.
        const std::size_t half = keys.size() / 2;
        TRY(auto records, ofKeys(state, keys.first(half), withRaw, cancel));
        TRY(auto others, ofKeys(state, keys.subspan(half), withRaw, cancel));
        std::ranges::move(others, std::back_inserter(records));
        return records;
    }
    TRY(rows);
    RowBinaryReader reader(*rows);
    std::unordered_map<RowId, EventRecord> byRow;
    std::size_t read = 0;
    while (!reader.atEnd()) {
        TRY(auto record, readRecord(reader, withRaw));
        const RowId row = record.row;
        byRow.insert_or_assign(row, std::move(record));
        ++read;
    }
    if (byRow.size() < keys.size()) {
        TRY(requireAllRows(m_session, from, read, cancel));
    }
    std::vector<EventRecord> records;
    for (const EventKey &key : keys) {
        if (const auto found = byRow.find(key.row); found != byRow.end())
            records.push_back(found->second);
    }
    return records;
}

Result<void> ArchiveRecords::read(const ResultRows &rows, PlaceRange part, bool withRaw, const Take &take,
                                  const CancelToken &cancel)
{
    const ArchiveResult &result = archived(rows.result());
    std::vector<EventKey> keys;
    std::unordered_map<RowId, std::size_t> places; // in the part
    std::size_t next = 0;
    for (const PlaceRange &range : rows.placesOf(part)) {
        TRY(const auto found, m_locator.keysAt(result, range, cancel));
        for (std::size_t index = 0; index < found.size(); ++index)
            places.emplace(found[index].row, next + index);
        keys.insert(keys.end(), found.begin(), found.end());
        next += range.count;
    }
    TRY(auto records, ofKeys(result.query().events->state, keys, withRaw, cancel));
    for (EventRecord &record : records) {
        const std::size_t place = places.at(record.row);
        take(place, std::move(record));
    }
    return {};
}

Result<void> ArchiveRecords::readPages(const ResultRows &rows, bool withRaw, const TakePage &take,
                                       const CancelToken &cancel)
{
    const RecordBlocks::Reading reading{
        .result = archived(rows.result()), .withRaw = withRaw, .cancel = cancel};
    RecordBlocks blocks(m_session, *this, reading, m_limits);
    std::size_t next = 0; // of the rows
    std::size_t inShort = 0; // of them, those in short ranges from there on
    for (const PlaceRange &range : rows.placesOf({0, rows.size()})) {
        if (range.count < m_limits.shortRange) {
            inShort += range.count;
            continue;
        }
        TRY(blocks.readByKeys(rows, {next, inShort}, take));
        TRY(blocks.read(range, take));
        next += inShort + range.count;
        inShort = 0;
    }
    return blocks.readByKeys(rows, {next, inShort}, take);
}

Result<std::vector<EventRecord>> ArchiveRecords::records(const ResultSnapshot &result,
                                                         std::span<const RowId> rows, bool withRaw,
                                                         const CancelToken &cancel)
{
    const ArchiveResult &of = archived(result);
    TRY(const auto keys, m_locator.keysOf(of, {rows.begin(), rows.end()}, cancel));
    return ofKeys(of.query().events->state, inOrderOf(rows, keys), withRaw, cancel);
}

Result<std::optional<std::size_t>> ArchiveRecords::placeOf(const ResultSnapshot &result, RowId row,
                                                           const CancelToken &cancel)
{
    return m_locator.placeOf(archived(result), row, cancel);
}

Result<void> ArchiveRecords::sample(const std::function<void(const EventRecord &record)> &visit,
                                    const CancelToken &cancel)
{
    TRY(const auto state, ArchiveLedger::state(m_session, cancel));
    if (!state.created.from)
        return {};
    const ArchiveSql all = fromEvents(state.watermark, "1");
    TRY(auto found,
        readFirstEventKeys(m_session, firstRowsSql(all, sampleOrder(true), NewestRows), NewestRows, cancel));
    const qint64 step = (*state.created.to - *state.created.from) / SpreadTimes;
    for (int number = 0; number < SpreadTimes && !found.isWhole; ++number) {
        const ArchiveSql from = inTime(all, {*state.created.from + number * step, std::nullopt});
        TRY(const auto older,
            readFirstEventKeys(m_session, firstRowsSql(from, sampleOrder(false), RowsAtATime), RowsAtATime,
                               cancel));
        found.keys.insert(found.keys.end(), older.keys.begin(), older.keys.end());
    }
    for (std::size_t first = 0; first < found.keys.size(); first += RowsInMemory) {
        const auto some =
            std::span(found.keys).subspan(first, std::min(RowsInMemory, found.keys.size() - first));
        TRY(const auto records, ofKeys(state, some, true, cancel));
        for (const EventRecord &record : records)
            visit(record);
    }
    return {};
}

Result<EventRecord> ArchiveRecords::find(const std::string &source, const std::string &id,
                                         const CancelToken &cancel)
{
    TRY(const auto state, ArchiveLedger::state(m_session, cancel));
    const ArchiveSql from =
        fromEvents(state.watermark, allOf({isField(Field::Source, source), isField(Field::Id, id)}));
    TRY(const auto keys, readEventKeys(m_session, pageSql(from, sampleOrder(true), 0, 1), cancel));
    TRY(auto records, ofKeys(state, keys, true, cancel));
    if (records.empty()) {
        return Error{ErrorKind::NotFound,
                     Trailglass::tr("There is no event %1 of %2.").arg(visibleText(id), visibleText(source))};
    }
    return std::move(records.front());
}

} // namespace Trailglass
