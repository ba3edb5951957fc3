// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/rowlocator.h"

#include "models/archive/archiverow.h"
#include "models/archive/archivesession.h"
#include "models/archive/eventkeyreader.h"
#include "models/archive/pagesql.h"
#include "models/archive/placedivision.h"
#include "models/archive/rowcount.h"
#include "models/archive/rowtimes.h"
#include "models/archive/snapshotsql.h"
#include "models/query/sortorder.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace Trailglass {

namespace {

bool isByTime(const ArchiveResult &result)
{
    return result.query().order.createdDescending.has_value();
}

/// The events of a result's state that meet a condition.
ArchiveSql fromState(const ArchiveResult &result, const ArchiveSql &condition)
{
    return fromEvents(result.query().events->state.watermark, condition);
}

ArchiveSql isRow(RowId id)
{
    const ArchiveRow row = ArchiveRow::of(id);
    return allOf({"origin = " + ArchiveSql::number(quint64(row.origin)),
                  "row = " + ArchiveSql::number(row.row.value)});
}

OrderSql byTime()
{
    return orderSql(defaultSortOrder(), nullptr);
}

/// Rows of a result that are next to one another.
struct Range
{
    std::size_t first = 0; ///< place
    std::size_t count = 0;
    TimeWindow time;
};

/// The bins with any of some times, as few ranges as possible.
/// \param times  ascending
std::vector<Range> rangesWith(const PlaceIndex &index, const std::vector<UtcMicros> &times)
{
    std::vector<Range> ranges;
    for (std::size_t bin = 0; bin < index.bins().size(); ++bin) {
        const TimeBin &range = index.bins()[bin];
        const auto next = std::ranges::lower_bound(times, range.from);
        if (next == times.end() || *next >= range.to)
            continue;
        const std::size_t first = index.rowsBefore(bin);
        Range *last = ranges.empty() ? nullptr : &ranges.back();
        if (last && last->first + last->count == first) {
            last->count += range.count;
            last->time = {std::min(*last->time.from, range.from), std::max(*last->time.to, range.to)};
        } else {
            ranges.push_back({first, range.count, {range.from, range.to}});
        }
    }
    return ranges;
}

} // namespace

RowLocator::RowLocator(ArchiveSession &session, RowTimes &times, const LocatorLimits &limits)
    : m_session(session)
    , m_times(times)
    , m_limits(limits)
{
}

bool RowLocator::isLarge(const TimeBin &bin) const
{
    return bin.count > m_limits.binRows && bin.to - bin.from > 1;
}

bool RowLocator::isLarge(const SortedBin &bin) const
{
    return bin.count > m_limits.binRows && !bin.isWhole;
}

void RowLocator::note(const ArchiveResult &result, std::size_t first, const std::vector<EventKey> &keys)
{
    result.rows().note(first, keys);
    m_times.note(keys);
}

Result<std::vector<EventKey>> RowLocator::keysAt(const ArchiveResult &result, PlaceRange places,
                                                 const CancelToken &cancel)
{
    std::vector<EventKey> keys;
    for (std::size_t place = places.first; place < places.first + places.count; ++place) {
        const auto known = result.rows().at(place);
        if (!known)
            return isByTime(result) ? readByTime(result, places, cancel) : readSorted(result, places, cancel);
        keys.push_back(*known);
    }
    return keys;
}

Result<std::vector<EventKey>> RowLocator::readByTime(const ArchiveResult &result, PlaceRange places,
                                                     const CancelToken &cancel)
{
    TRY(const PlaceIndex::Part part, partOf(result, places, cancel));
    const ArchiveSql from = inTime(result.query().from, {part.from, part.to});
    TRY(auto keys, readPage(result, from, {part.skipped, places.count}, cancel));
    note(result, places.first, keys);
    return keys;
}

/// \param places  among the rows of \a from, which are of the result
Result<std::vector<EventKey>> RowLocator::readPage(const ArchiveResult &result, const ArchiveSql &from,
                                                   PlaceRange places, const CancelToken &cancel)
{
    TRY(auto keys,
        readEventKeys(m_session, pageSql(from, result.query().order, places.first, places.count), cancel));
    if (keys.size() < places.count) {
        TRY(requireAllRows(m_session, from, places.first + keys.size(), cancel));
    }
    return keys;
}

Result<std::vector<EventKey>> RowLocator::readSorted(const ArchiveResult &result, PlaceRange places,
                                                     const CancelToken &cancel)
{
    const ResultQuery &query = result.query();
    const auto first = static_cast<std::ptrdiff_t>(places.first);
    const auto count = static_cast<std::ptrdiff_t>(places.count);
    if (places.first + places.count <= m_limits.firstRows) {
        const quint64 limit = 2 * (places.first + places.count) + 1;
        TRY(auto found,
            readFirstEventKeys(m_session, firstRowsSql(query.from, query.order, limit), limit, cancel));
        note(result, 0, found.keys);
        if (found.keys.size() >= places.first + places.count)
            return std::vector<EventKey>(found.keys.begin() + first, found.keys.begin() + first + count);
    }
    if (result.size() > m_limits.blockRows)
        return readBlock(result, places, cancel);
    TRY(auto keys, readPage(result, query.from, {0, result.size()}, cancel));
    note(result, 0, keys);
    const auto begin = keys.begin() + std::min<std::ptrdiff_t>(first, std::ssize(keys));
    const auto end = keys.begin() + std::min<std::ptrdiff_t>(first + count, std::ssize(keys));
    return std::vector<EventKey>(begin, end);
}

/// From the bin of the first place on, as many rows as are read at once.
Result<std::vector<EventKey>> RowLocator::readBlock(const ArchiveResult &result, PlaceRange places,
                                                    const CancelToken &cancel)
{
    TRY(divideSortedAt(result, places, cancel));
    SortedPlaces::Part part;
    std::vector<ArchiveSql> conditions;
    std::size_t rows = 0;
    result.withSorted([&](const SortedPlaces &sorted) {
        part = sorted.find(places);
        for (std::size_t bin = part.firstBin; bin < sorted.bins().size(); ++bin) {
            const SortedBin &next = sorted.bins()[bin];
            const bool isRequested = bin <= part.lastBin;
            const bool isEnough = isLarge(next) || rows + next.count > m_limits.blockRows
                || conditions.size() >= SortedPlaces::MaxBinsAtOnce;
            if (!isRequested && isEnough)
                break;
            conditions.push_back(next.condition);
            rows += next.count;
        }
    });
    const ArchiveSql from = result.query().from + " AND " + anyOf(conditions);
    TRY(auto keys, readPage(result, from, {part.skipped, rows - part.skipped}, cancel));
    note(result, places.first, keys);
    if (keys.size() > places.count)
        keys.resize(places.count);
    return keys;
}

/// Divides the bins at both ends of some places until they are small.
Result<void> RowLocator::divideSortedAt(const ArchiveResult &result, PlaceRange places,
                                        const CancelToken &cancel)
{
    for (;;) {
        std::optional<std::size_t> large;
        result.withSorted([&](const SortedPlaces &sorted) {
            const SortedPlaces::Part part = sorted.find(places);
            for (const std::size_t end : {part.firstBin, part.lastBin}) {
                if (isLarge(sorted.bins()[end]))
                    large = end;
            }
        });
        if (!large)
            return {};
        TRY(divideByOrder(m_session, result, *large, m_limits.binRows, cancel));
    }
}

/// Where some rows are; large bins at their ends are divided first.
Result<PlaceIndex::Part> RowLocator::partOf(const ArchiveResult &result, PlaceRange places,
                                            const CancelToken &cancel)
{
    for (;;) {
        PlaceIndex::Part part;
        std::optional<std::size_t> large;
        result.withIndex([&](const PlaceIndex &index) {
            part = index.find(places);
            for (const std::size_t bin : {part.firstBin, part.lastBin}) {
                if (isLarge(index.bins()[bin]))
                    large = bin;
            }
        });
        if (!large)
            return part;
        TRY(const bool isDivided, divideByTime(m_session, result, *large, cancel));
        if (!isDivided)
            return part;
    }
}

/// Divides the bin of a time until it is small.
Result<void> RowLocator::divideAt(const ArchiveResult &result, UtcMicros time, const CancelToken &cancel)
{
    for (;;) {
        std::optional<std::size_t> large;
        result.withIndex([&](const PlaceIndex &index) {
            large = index.binOf(time);
            if (large && !isLarge(index.bins()[*large]))
                large.reset();
        });
        if (!large)
            return {};
        TRY(const bool isDivided, divideByTime(m_session, result, *large, cancel));
        if (!isDivided)
            return {};
    }
}

Result<std::optional<EventKey>> RowLocator::keyOf(const ArchiveResult &result, RowId row,
                                                  const CancelToken &cancel)
{
    if (const auto known = result.rows().keyOf(row))
        return known;
    if (const auto read = m_times.keyOf(row))
        return read;
    TRY(const auto keys,
        readEventKeys(m_session, pageSql(fromState(result, isRow(row)), byTime(), 0, 1), cancel));
    m_times.note(keys);
    return keys.empty() ? std::optional<EventKey>() : keys.front();
}

Result<std::vector<EventKey>> RowLocator::keysOf(const ArchiveResult &result, const std::vector<RowId> &rows,
                                                 const CancelToken &cancel)
{
    std::vector<EventKey> keys;
    std::vector<EventKey> uncertain; // of other states
    for (const RowId row : rows) {
        TRY(const auto key, keyOf(result, row, cancel));
        if (key)
            (result.rows().placeOf(row) ? keys : uncertain).push_back(*key);
    }
    if (!uncertain.empty()) {
        const ArchiveSql from = fromState(result, isOneOfRows(uncertain));
        TRY(const auto there, readEventKeys(m_session, pageSql(from, byTime(), 0, uncertain.size()), cancel));
        keys.insert(keys.end(), there.begin(), there.end());
    }
    return keys;
}

Result<std::optional<std::size_t>> RowLocator::placeOf(const ArchiveResult &result, RowId row,
                                                       const CancelToken &cancel)
{
    if (const auto known = result.rows().placeOf(row))
        return known;
    if (!isByTime(result) && result.size() > m_limits.blockRows)
        return std::optional<std::size_t>();
    TRY(const auto key, keyOf(result, row, cancel));
    if (!key)
        return std::optional<std::size_t>();
    if (isByTime(result)) {
        TRY(divideAt(result, key->created, cancel));
    }
    TRY(const auto places, placesOf(result, {*key}, cancel));
    return places && !places->empty() ? std::optional(places->front()) : std::optional<std::size_t>();
}

Result<std::optional<std::vector<std::size_t>>> RowLocator::placesOf(const ArchiveResult &result,
                                                                     const std::vector<EventKey> &rows,
                                                                     const CancelToken &cancel)
{
    std::vector<UtcMicros> times;
    std::unordered_set<RowId> wanted;
    for (const EventKey &row : rows) {
        times.push_back(row.created);
        wanted.insert(row.row);
    }
    std::ranges::sort(times);
    std::vector<Range> ranges;
    result.withIndex([&](const PlaceIndex &index) { ranges = rangesWith(index, times); });
    std::size_t searched = 0;
    for (const Range &range : ranges)
        searched += range.count;
    if (searched > m_limits.searchedRows)
        return std::optional<std::vector<std::size_t>>();
    std::vector<std::size_t> places;
    for (const Range &range : ranges) {
        TRY(const auto keys,
            readPage(result, inTime(result.query().from, range.time), {0, range.count}, cancel));
        for (std::size_t index = 0; index < keys.size(); ++index) {
            if (!wanted.contains(keys[index].row))
                continue;
            places.push_back(range.first + index);
            note(result, range.first + index, {keys[index]});
        }
    }
    return std::optional(std::move(places));
}

} // namespace Trailglass
