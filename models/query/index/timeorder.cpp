// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/timeorder.h"

#include "models/query/index/parallel.h"
#include "models/query/index/segmenttable.h"

#include <algorithm>
#include <numeric>

namespace Trailglass {

namespace {

using TimedRow = std::pair<qint64, quint32>; ///< created, row

/// How many parts the rows are sorted in; each fits into a core's cache at ten million.
constexpr std::size_t Parts = 256;
constexpr std::size_t SamplesAPart = 32;

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

/// The listed rows of a segment behind \a lastRow.
RowBits rowsBehind(const ListedSegment &listed, qint64 lastRow)
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

/// The rows of an index behind \a lastRow, sorted.
std::vector<quint32> sortedRows(const ColumnIndex &index, qint64 lastRow)
{
    const auto first = std::ranges::find_if(index.segments, [lastRow](const ListedSegment &listed) {
        return listed.segment->first() + static_cast<qint64>(listed.segment->size) > lastRow + 1;
    });
    const auto firstSegment = static_cast<std::size_t>(first - index.segments.begin());
    const std::size_t segments = index.segments.size() - firstSegment;
    const std::vector<qint64> divided = dividers(index, firstSegment);

    // Each segment's rows go to their parts, then each part is sorted: both without one thread waiting for
    // another.
    const Times times(index);
    std::vector<std::vector<std::vector<quint32>>> scattered(segments);
    doInParallel(segments, [&] {
        return [&](std::size_t place) {
            const ListedSegment &listed = index.segments[firstSegment + place];
            auto &parts = scattered[place];
            parts.resize(Parts);
            const PackedColumn &created = *listed.segment->columns[CreatedColumn];
            rowsBehind(listed, lastRow).forEach([&](std::size_t offset) {
                parts[partOf(divided, created.at(offset))].push_back(
                    static_cast<quint32>(listed.segment->row(offset).value));
            });
        };
    });
    std::vector<std::vector<quint32>> sorted(Parts);
    doInParallel(Parts, [&] {
        return [&, rows = std::vector<TimedRow>()](std::size_t part) mutable {
            rows.clear();
            for (auto &parts : scattered) {
                for (const quint32 row : parts[part])
                    rows.emplace_back(times.at(row), row);
                parts[part] = {};
            }
            std::ranges::sort(rows);
            sorted[part].resize(rows.size());
            std::ranges::transform(rows, sorted[part].begin(), &TimedRow::second);
        };
    });
    std::vector<quint32> rows;
    rows.reserve(std::accumulate(sorted.begin(), sorted.end(), std::size_t(0),
                                 [](std::size_t sum, const auto &part) { return sum + part.size(); }));
    for (auto &part : sorted) {
        rows.insert(rows.end(), part.begin(), part.end());
        part = {};
    }
    return rows;
}

} // namespace

TimeOrder TimeOrder::extend(const TimeOrder &known, const ColumnIndex &index)
{
    TimeOrder order;
    order.m_lastRow = index.lastRow;
    const std::vector<quint32> added = sortedRows(index, known.m_lastRow);
    if (added.empty() || known.m_rows.empty()) {
        order.m_rows = added.empty() ? known.m_rows : added;
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
    const SegmentTable table(index);
    std::vector<quint32> rows;
    rows.reserve(selection.count());
    const auto take = [&](quint32 row) {
        const std::size_t place = table.placeOf(row);
        if (place == SegmentTable::Missing)
            return;
        const RowBits &found = selection.segments[place].yes;
        const std::size_t offset = Segment::offsetOf({row});
        if (offset < found.size() && found.contains(offset))
            rows.push_back(row);
    };
    if (descending)
        std::for_each(m_rows.rbegin(), m_rows.rend(), take);
    else
        std::ranges::for_each(m_rows, take);
    return rows;
}

} // namespace Trailglass
