// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/indexbuilder.h"

#include "models/core/result.h"
#include "models/query/index/savedindex.h"
#include "models/query/index/segmentreader.h"
#include "models/query/index/sourcecounts.h"
#include "models/store/counters.h"
#include "models/store/removedrows.h"
#include "models/store/sqlconnection.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace Trailglass {

namespace {

/// Rows that are read in some 100 ms.
constexpr qint64 MaxMissingRows = 2 * static_cast<qint64>(Segment::Rows);

/// Takes rows out of an index; a segment's set of rows is copied once, however many entries name it.
class RowRemover
{
public:
    explicit RowRemover(ColumnIndex &index)
        : m_index(index)
    {
    }

    void remove(qint64 firstRow, qint64 lastRow)
    {
        const auto begin =
            std::ranges::lower_bound(m_index.segments, Segment::numberOf({firstRow}), {},
                                     [](const ListedSegment &listed) { return listed.segment->number; });
        for (auto found = begin; found != m_index.segments.end(); ++found) {
            const Segment &segment = *found->segment;
            if (segment.first() > lastRow)
                break;
            const auto place = static_cast<std::size_t>(found - m_index.segments.begin());
            RowBits &listed = m_changed.try_emplace(place, *found->listed).first->second;
            const qint64 last = std::min(lastRow - segment.first(), static_cast<qint64>(segment.size) - 1);
            const qint64 first = std::max(firstRow - segment.first(), qint64(0));
            if (first <= last)
                listed.remove(static_cast<std::size_t>(first), static_cast<std::size_t>(last));
        }
    }

    void finish()
    {
        for (auto &[place, listed] : m_changed)
            m_index.segments[place].listed = std::make_shared<const RowBits>(std::move(listed));
        std::erase_if(m_index.segments, [](const ListedSegment &listed) {
            return listed.segment->size == Segment::Rows && listed.listed->isEmpty();
        });
    }

private:
    ColumnIndex &m_index;
    std::map<std::size_t, RowBits> m_changed;
};

/// The ranges of row numbers up to \a lastRow that no full segment covers.
std::vector<std::pair<qint64, qint64>> missingRows(const std::vector<ListedSegment> &segments,
                                                   qint64 firstRow, qint64 lastRow)
{
    std::vector<std::pair<qint64, qint64>> missing;
    qint64 next = firstRow;
    for (const ListedSegment &listed : segments) {
        if (listed.segment->first() > next)
            missing.emplace_back(next, listed.segment->first() - 1);
        next = std::max(next, listed.segment->first() + static_cast<qint64>(Segment::Rows));
    }
    if (next <= lastRow)
        missing.emplace_back(next, lastRow);
    return missing;
}

using Ranges = std::vector<std::pair<qint64, qint64>>;

/// Adds ranges of rows to what is saved of an index.
Result<void> complete(SqlConnection &connection, ColumnIndex &index, const Ranges &missing,
                      const CancelToken &cancel)
{
    for (const auto &[first, last] : missing) {
        TRY(auto read, readSegments(connection, {}, first, last, cancel));
        index.segments.insert(index.segments.end(), read.begin(), read.end());
    }
    std::ranges::sort(index.segments, {}, [](const ListedSegment &listed) { return listed.segment->number; });
    return {};
}

/// Fills an empty index.
/// \param columns  of what is saved
Result<void> load(SqlConnection &connection, ColumnIndex &index, qint64 lastRow,
                  const IndexColumnSet &columns, const CancelToken &cancel)
{
    TRY(auto saved, loadSavedIndex(connection, columns, cancel));
    index.segments = std::move(saved.segments);
    index.removedSequence = saved.removedSequence;
    index.unusable = saved.unusable;
    return complete(connection, index, missingRows(index.segments, 1, lastRow), cancel);
}

/// Adds the rows after those that an index has.
Result<void> addRows(SqlConnection &connection, ColumnIndex &index, qint64 lastRow, const CancelToken &cancel)
{
    // The last segment is open: the new rows are appended to it.
    ListedSegment open;
    if (!index.segments.empty() && index.segments.back().segment->size < Segment::Rows) {
        open = std::move(index.segments.back());
        index.segments.pop_back();
    }
    TRY(auto read, readSegments(connection, open, index.lastRow + 1, lastRow, cancel));
    index.segments.insert(index.segments.end(), read.begin(), read.end());
    return {};
}

} // namespace

Result<std::optional<ColumnIndex>> savedTimes(SqlConnection &connection, const CancelToken &cancel)
{
    TRY(const auto lastRow, readLastRow(connection));
    TRY(auto saved, loadSavedIndex(connection, IndexColumnSet().set(CreatedColumn), cancel));
    ColumnIndex index{lastRow.value, saved.removedSequence, std::move(saved.segments)};
    const Ranges missing = missingRows(index.segments, 1, lastRow.value);
    const qint64 rows =
        std::accumulate(missing.begin(), missing.end(), qint64(0),
                        [](qint64 sum, const auto &range) { return sum + range.second - range.first + 1; });
    if (rows > MaxMissingRows)
        return std::optional<ColumnIndex>();
    TRY(complete(connection, index, missing, cancel));
    TRY(removeRows(connection, index));
    return std::optional(std::move(index));
}

Result<void> removeRows(SqlConnection &connection, ColumnIndex &index)
{
    RowRemover remover(index);
    const auto visited =
        visitRemovals(connection, index.removedSequence, [&](qint64 sequence, const RemovedRange &range) {
            index.removedSequence = sequence;
            remover.remove(range.first.value, range.last.value);
        });
    remover.finish();
    return visited;
}

Result<std::shared_ptr<const ColumnIndex>>
catchUp(SqlConnection &connection, const std::shared_ptr<const ColumnIndex> &index, const CancelToken &cancel)
{
    TRY(const auto last, readLastRow(connection));
    const qint64 lastRow = last.value;
    TRY(const auto lastRemoved, readLastRemoval(connection));
    if (lastRow == index->lastRow && lastRemoved == index->removedSequence)
        return index;
    // Numbers only grow: a database with smaller ones is another one, put in place of that which was known.
    const bool isSame = lastRow >= index->lastRow && lastRemoved >= index->removedSequence;
    auto newer = isSame ? std::make_shared<ColumnIndex>(*index) : std::make_shared<ColumnIndex>();
    TRY(newer->lastRow == 0 ? load(connection, *newer, lastRow, AllIndexColumns, cancel)
                            : addRows(connection, *newer, lastRow, cancel));
    newer->lastRow = lastRow;
    TRY(removeRows(connection, *newer));
    newer->sources = countBySource(*newer, *index);
    return std::shared_ptr<const ColumnIndex>(std::move(newer));
}

Result<ColumnIndex> readColumns(SqlConnection &connection, const IndexColumnSet &columns,
                                const CancelToken &cancel)
{
    ColumnIndex index;
    TRY(const auto last, readLastRow(connection));
    index.lastRow = last.value;
    TRY(load(connection, index, index.lastRow, columns, cancel));
    TRY(removeRows(connection, index));
    index.sources = countBySource(index, {});
    return index;
}

} // namespace Trailglass
