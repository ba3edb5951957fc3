// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/storerecordsource.h"

#include "models/query/evaluation/querystopped.h"

#include <algorithm>
#include <numeric>

namespace Trailglass {

namespace {

constexpr qint64 NewestRows = 500; ///< of a sample
constexpr qint64 SpreadRows = 500; ///< over all older ones
constexpr std::size_t RowsAtOnce = 10; ///< in memory, each up to 16 MiB

std::vector<RowId> sampleRows(RowId last)
{
    std::vector<RowId> rows;
    const qint64 firstNew = std::max<qint64>(1, last.value - NewestRows + 1);
    const qint64 step = std::max<qint64>(1, firstNew / SpreadRows);
    for (qint64 row = 1; row < firstNew; row += step)
        rows.push_back({row});
    for (qint64 row = firstNew; row <= last.value; ++row)
        rows.push_back({row});
    return rows;
}

} // namespace

StoreRecordSource::StoreRecordSource(const EventReader &reader)
    : m_reader(reader)
{
}

Result<void> StoreRecordSource::read(const ResultRows &rows, PlaceRange part, bool withRaw, const Take &take,
                                     const CancelToken &cancel)
{
    if (cancel.isCancelled())
        return queryStopped();
    const std::vector<RowId> listed = listedRows(rows, part);
    TRY(auto found, inRowOrder(listed, withRaw));
    std::size_t place = 0;
    for (EventRecord &record : found) {
        while (place < listed.size() && listed[place] != record.row)
            ++place;
        take(place++, std::move(record));
    }
    return {};
}

/// Without a call for each record: to move one costs as much as to read it.
Result<std::vector<EventRecord>> StoreRecordSource::readPage(const ResultRows &rows, PlaceRange part,
                                                             bool withRaw, const CancelToken &cancel)
{
    if (cancel.isCancelled())
        return queryStopped();
    return inRowOrder(listedRows(rows, part), withRaw);
}

Result<std::vector<EventRecord>> StoreRecordSource::records(const ResultSnapshot &,
                                                            std::span<const RowId> rows, bool withRaw,
                                                            const CancelToken &cancel)
{
    if (cancel.isCancelled())
        return queryStopped();
    return inRowOrder(rows, withRaw);
}

Result<std::optional<std::size_t>> StoreRecordSource::placeOf(const ResultSnapshot &result, RowId row,
                                                              const CancelToken &)
{
    return result.find(row);
}

Result<void> StoreRecordSource::sample(const std::function<void(const EventRecord &record)> &visit,
                                       const CancelToken &cancel)
{
    TRY(const RowId last, m_reader.lastRow());
    const std::vector<RowId> rows = sampleRows(last);
    for (std::size_t first = 0; first < rows.size(); first += RowsAtOnce) {
        const auto some = std::span(rows).subspan(first, std::min(RowsAtOnce, rows.size() - first));
        TRY(const auto found, m_reader.records(some, EventReader::WithRaw::Yes));
        for (const EventRecord &record : found) {
            if (cancel.isCancelled())
                return queryStopped();
            visit(record);
        }
    }
    return {};
}

/// Records in the order of \a rows. Read in row order, each page of the file and each block of raw JSON is opened once:
/// sorted by time, rows of several sources lie in as many places, turn about.
Result<std::vector<EventRecord>> StoreRecordSource::inRowOrder(std::span<const RowId> rows,
                                                               bool withRaw) const
{
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::sort(order, {}, [rows](std::size_t place) { return rows[place]; });
    std::vector<RowId> ascending(rows.size());
    std::ranges::transform(order, ascending.begin(), [rows](std::size_t place) { return rows[place]; });
    auto found = m_reader.records(ascending, withRaw ? EventReader::WithRaw::Yes : EventReader::WithRaw::No);
    if (!found)
        return found;
    std::vector<EventRecord> records(rows.size());
    auto next = found->begin();
    for (std::size_t place = 0; place < order.size() && next != found->end(); ++place) {
        if (next->row == ascending[place])
            records[order[place]] = std::move(*next++);
    }
    std::erase_if(records, [](const EventRecord &record) { return !record.row; });
    return records;
}

} // namespace Trailglass
