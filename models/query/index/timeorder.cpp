// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/timeorder.h"

#include "models/core/result.h"
#include "models/query/evaluation/cancellablesort.h"
#include "models/query/evaluation/querystopped.h"
#include "models/query/index/parallel.h"
#include "models/query/index/segmenttable.h"

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <utility>

namespace Trailglass {

namespace {

using TimedRow = std::pair<qint64, quint32>; ///< created, row

/// How many parts the rows are sorted in; each fits into a core's cache at ten million.
constexpr std::size_t Parts = 256;
constexpr std::size_t SamplesAPart = 32;
static_assert(Parts - 1 <= std::numeric_limits<quint8>::max(), "Scatter keeps a row's part in a byte");

/// Up to one row of so many, sorting what was found takes less than looking for it in the order of all rows.
constexpr std::size_t SortedShare = 64;

std::vector<quint32> sortedByTime(const ColumnIndex &index, const Selection &selection, bool descending)
{
    std::vector<TimedRow> timed;
    timed.reserve(selection.count());
    for (std::size_t place = 0; place < index.segments.size(); ++place) {
        const Segment &segment = *index.segments[place].segment;
        const PackedColumn &created = *segment.columns[CreatedColumn];
        selection.segments[place].yes.forEach([&](std::size_t offset) {
            timed.emplace_back(created.at(offset), static_cast<quint32>(segment.row(offset).value));
        });
    }
    std::ranges::sort(timed);
    if (descending)
        std::ranges::reverse(timed);
    std::vector<quint32> rows(timed.size());
    std::ranges::transform(timed, rows.begin(), &TimedRow::second);
    return rows;
}

/// The times of rows, by row.
class Times
{
public:
    explicit Times(const ColumnIndex &index)
        : m_table(index)
    {
        for (const ListedSegment &listed : index.segments)
            m_columns.push_back(listed.segment->columns[CreatedColumn].get());
    }

    /// \returns nothing of use for a row whose segment is gone, always the same
    [[nodiscard]] qint64 at(quint32 row) const
    {
        const std::size_t place = m_table.placeOf(row);
        return place == SegmentTable::Missing ? PackedColumn::None
                                              : m_columns[place]->at(Segment::offsetOf({row}));
    }

private:
    SegmentTable m_table;
    std::vector<const PackedColumn *> m_columns;
};

/// The listed rows of a segment after \a lastRow.
RowBits rowsAfter(const ListedSegment &listed, qint64 lastRow)
{
    RowBits rows = *listed.listed;
    const qint64 known = lastRow - listed.segment->first();
    if (known >= 0)
        rows.remove(0, static_cast<std::size_t>(known));
    return rows;
}

/// Times that divide the rows into parts of about the same size.
std::vector<qint64> dividers(const ColumnIndex &index, std::size_t firstSegment)
{
    std::vector<qint64> samples;
    const std::size_t segments = index.segments.size() - firstSegment;
    const std::size_t perSegment =
        std::max<std::size_t>(1, Parts * SamplesAPart / std::max<std::size_t>(1, segments));
    for (std::size_t place = firstSegment; place < index.segments.size(); ++place) {
        const Segment &segment = *index.segments[place].segment;
        const std::size_t step = std::max<std::size_t>(1, segment.size / perSegment);
        for (std::size_t offset = 0; offset < segment.size; offset += step) {
            if (index.segments[place].listed->contains(offset))
                samples.push_back(segment.columns[CreatedColumn]->at(offset));
        }
    }
    std::ranges::sort(samples);
    std::vector<qint64> dividers;
    for (std::size_t part = 1; part < Parts && !samples.empty(); ++part)
        dividers.push_back(samples[part * samples.size() / Parts]);
    return dividers;
}

std::size_t partOf(const std::vector<qint64> &dividers, qint64 time)
{
    return static_cast<std::size_t>(std::ranges::upper_bound(dividers, time) - dividers.begin());
}

/// The rows of an index after a row, in parts by time: first each segment's rows go to their parts, then
/// each part is sorted, neither with one thread waiting for another. All in one piece of memory.
class Scatter
{
public:
    Scatter(const ColumnIndex &index, qint64 lastRow, const CancelToken &cancel)
        : m_index(index)
        , m_cancel(cancel)
        , m_firstSegment(firstSegmentAfter(index, lastRow))
        , m_lastRow(lastRow)
        , m_dividers(dividers(index, m_firstSegment))
        , m_partOfRow(index.segments.size() - m_firstSegment)
        , m_next(m_partOfRow.size())
    {
    }

    /// \error Cancelled
    [[nodiscard]] Result<std::vector<quint32>> sorted();

private:
    static std::size_t firstSegmentAfter(const ColumnIndex &index, qint64 lastRow)
    {
        const auto first = std::ranges::find_if(index.segments, [lastRow](const ListedSegment &listed) {
            return listed.segment->first() + static_cast<qint64>(listed.segment->size) > lastRow + 1;
        });
        return static_cast<std::size_t>(first - index.segments.begin());
    }

    void countRows(std::size_t segment);
    std::size_t placeParts();
    void placeRows(std::size_t segment, std::vector<quint32> &rows);
    void sortPart(std::size_t part, std::vector<TimedRow> &timed, std::vector<quint32> &rows) const;

    const ColumnIndex &m_index;
    const CancelToken &m_cancel;
    const std::size_t m_firstSegment;
    const qint64 m_lastRow;
    const std::vector<qint64> m_dividers;
    const Times m_times{m_index};
    std::vector<std::vector<quint8>>
        m_partOfRow; ///< by segment from the first, then by its rows after the row
    std::vector<std::array<std::size_t, Parts>>
        m_next; ///< by segment: how many rows, then where the next one goes
    std::array<std::size_t, Parts + 1> m_partBegins{};
};

void Scatter::countRows(std::size_t segment)
{
    const ListedSegment &listed = m_index.segments[m_firstSegment + segment];
    const PackedColumn &created = *listed.segment->columns[CreatedColumn];
    std::vector<quint8> &parts = m_partOfRow[segment];
    const RowBits rows = rowsAfter(listed, m_lastRow);
    parts.reserve(rows.count());
    rows.forEach([&](std::size_t offset) {
        const std::size_t part = partOf(m_dividers, created.at(offset));
        parts.push_back(static_cast<quint8>(part));
        ++m_next[segment][part];
    });
}

/// \returns how many rows there are
std::size_t Scatter::placeParts()
{
    std::size_t place = 0;
    for (std::size_t part = 0; part < Parts; ++part) {
        m_partBegins[part] = place;
        for (auto &next : m_next) {
            const std::size_t count = next[part];
            next[part] = place;
            place += count;
        }
    }
    m_partBegins[Parts] = place;
    return place;
}

void Scatter::placeRows(std::size_t segment, std::vector<quint32> &rows)
{
    const ListedSegment &listed = m_index.segments[m_firstSegment + segment];
    const std::vector<quint8> parts = std::move(m_partOfRow[segment]);
    std::size_t index = 0;
    rowsAfter(listed, m_lastRow).forEach([&](std::size_t offset) {
        rows[m_next[segment][parts[index++]]++] = static_cast<quint32>(listed.segment->row(offset).value);
    });
}

/// \param timed  working memory
void Scatter::sortPart(std::size_t part, std::vector<TimedRow> &timed, std::vector<quint32> &rows) const
{
    const std::span found(rows.begin() + static_cast<std::ptrdiff_t>(m_partBegins[part]),
                          rows.begin() + static_cast<std::ptrdiff_t>(m_partBegins[part + 1]));
    timed.clear();
    for (const quint32 row : found)
        timed.emplace_back(m_times.at(row), row);
    // All rows may have the same time, and so be in one part.
    if (sortUnlessCancelled(timed, std::less<>(), m_cancel))
        std::ranges::transform(timed, found.begin(), &TimedRow::second);
}

Result<std::vector<quint32>> Scatter::sorted()
{
    // What was left out after a cancel leaves no row out of place: all of it is dropped in the end.
    const auto unlessCancelled = [this](auto work) {
        return [this, work = std::move(work)](std::size_t piece) mutable {
            if (!m_cancel.isCancelled())
                work(piece);
        };
    };
    doInParallel(m_partOfRow.size(),
                 [&] { return unlessCancelled([this](std::size_t segment) { countRows(segment); }); });
    std::vector<quint32> rows(placeParts());
    doInParallel(m_partOfRow.size(),
                 [&] { return unlessCancelled([&](std::size_t segment) { placeRows(segment, rows); }); });
    doInParallel(Parts, [&] {
        return unlessCancelled(
            [&, timed = std::vector<TimedRow>()](std::size_t part) mutable { sortPart(part, timed, rows); });
    });
    if (m_cancel.isCancelled())
        return queryStopped();
    return rows;
}

} // namespace

Result<TimeOrder> TimeOrder::extend(const TimeOrder &known, const ColumnIndex &index,
                                    const CancelToken &cancel)
{
    TimeOrder order;
    order.m_lastRow = index.lastRow;
    TRY(std::vector<quint32> added, Scatter(index, known.m_lastRow, cancel).sorted());
    if (added.empty() || known.m_rows.empty()) {
        if (added.empty())
            order.m_rows = known.m_rows;
        else
            order.m_rows = std::move(added);
        return order;
    }
    const Times times(index);
    const auto isEarlier = [&times](quint32 left, quint32 right) {
        return std::pair(times.at(left), left) < std::pair(times.at(right), right);
    };
    // Rows of segments that are gone have no time left to be compared by.
    std::vector<quint32> kept = known.m_rows;
    std::erase_if(kept, [&times](quint32 row) { return times.at(row) == PackedColumn::None; });
    order.m_rows.resize(kept.size() + added.size());
    const auto unmoved = std::ranges::lower_bound(kept, added.front(), isEarlier);
    const auto end = std::copy(kept.begin(), unmoved, order.m_rows.begin());
    std::merge(unmoved, kept.end(), added.begin(), added.end(), end, isEarlier);
    return order;
}

std::vector<quint32> TimeOrder::ordered(const ColumnIndex &index, const Selection &selection,
                                        bool descending) const
{
    const std::size_t found = selection.count();
    if (found <= m_rows.size() / SortedShare)
        return sortedByTime(index, selection, descending);
    const SegmentTable table(index);
    std::vector<quint32> rows;
    rows.reserve(found);
    const auto take = [&](quint32 row) {
        const std::size_t place = table.placeOf(row);
        if (place == SegmentTable::Missing)
            return;
        const RowBits &selected = selection.segments[place].yes;
        const std::size_t offset = Segment::offsetOf({row});
        if (offset < selected.size() && selected.contains(offset))
            rows.push_back(row);
    };
    if (descending)
        std::for_each(m_rows.rbegin(), m_rows.rend(), take);
    else
        std::ranges::for_each(m_rows, take);
    return rows;
}

} // namespace Trailglass
