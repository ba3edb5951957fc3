// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/indexbuilder.h"

#include "models/query/index/segmentbuilder.h"
#include "models/query/sql/querystopped.h"
#include "models/store/sqlconnection.h"

#include <algorithm>
#include <map>

namespace Trailglass {

namespace {

/// Reads the rows of table `event` behind those an index has.
class RowReader
{
public:
    RowReader(ColumnIndex &index, const CancelToken &cancel)
        : m_index(index)
        , m_cancel(cancel)
    {
        // The last segment is open: the new rows belong behind its own.
        const bool isOpen = !index.segments.empty() && index.segments.back().segment->size < Segment::Rows;
        if (isOpen) {
            m_builder = std::make_unique<SegmentBuilder>(index.segments.back());
            index.segments.pop_back();
        }
    }

    /// \param lastRow  the last there is
    Result<void> read(SqlConnection &connection, qint64 lastRow)
    {
        auto statement = connection.prepare(select());
        if (!statement)
            return statement.error();
        statement->bind(1, m_index.lastRow).bind(2, lastRow);
        for (;;) {
            const auto row = statement->step();
            if (!row)
                return row.error();
            if (!*row)
                break;
            if (!add(*statement))
                return queryStopped();
        }
        finishSegment(lastRow);
        m_index.lastRow = lastRow;
        return {};
    }

private:
    static std::string select()
    {
        std::string sql = "SELECT event.row";
        for (const IndexColumn &column : indexColumns())
            sql += ", " + column.expression;
        return sql + " FROM event WHERE event.row > ? AND event.row <= ? ORDER BY event.row";
    }

    /// \returns false when cancelled
    bool add(const Statement &statement)
    {
        const RowId row{statement.integer(0)};
        const qint64 number = Segment::numberOf(row);
        if (!m_builder || m_builder->number() != number) {
            if (m_cancel.isCancelled())
                return false;
            finishSegment(row.value);
            m_builder = std::make_unique<SegmentBuilder>(number);
        }
        std::array<qint64, IndexColumnCount> numbers{};
        for (std::size_t column = 0; column < IndexColumnCount; ++column) {
            const int place = static_cast<int>(column) + 1;
            const qint64 value = statement.integer(place);
            numbers[column] = value == 0 && statement.isNull(place) ? PackedColumn::None : value;
        }
        m_builder->add(Segment::offsetOf(row), numbers);
        return true;
    }

    /// \param lastRow  the last row number that is known to be given
    void finishSegment(qint64 lastRow)
    {
        if (!m_builder)
            return;
        const qint64 end = (m_builder->number() + 1) * static_cast<qint64>(Segment::Rows);
        const std::size_t size = lastRow + 1 >= end ? Segment::Rows : Segment::offsetOf({lastRow}) + 1;
        m_index.segments.push_back(m_builder->finish(size));
        m_builder.reset();
    }

    ColumnIndex &m_index;
    const CancelToken &m_cancel;
    std::unique_ptr<SegmentBuilder> m_builder;
};

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

Result<void> removeRows(SqlConnection &connection, ColumnIndex &index)
{
    auto statement = connection.prepare(
        "SELECT sequence, first_row, last_row FROM superseded WHERE sequence > ? ORDER BY sequence");
    if (!statement)
        return statement.error();
    statement->bind(1, index.removedSequence);
    RowRemover remover(index);
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        index.removedSequence = statement->integer(0);
        remover.remove(statement->integer(1), statement->integer(2));
    }
    remover.finish();
    return {};
}

} // namespace

Result<std::shared_ptr<const ColumnIndex>>
catchUp(SqlConnection &connection, const std::shared_ptr<const ColumnIndex> &index, const CancelToken &cancel)
{
    const auto lastRow = connection.integer("SELECT value FROM counter WHERE name = 'row'");
    if (!lastRow)
        return lastRow.error();
    const auto lastRemoved = connection.integer("SELECT max(sequence) FROM superseded");
    if (!lastRemoved)
        return lastRemoved.error();
    if (*lastRow == index->lastRow && *lastRemoved == index->removedSequence)
        return index;
    // Numbers only grow: a database with smaller ones is another one, put in place of that which was known.
    const bool isSame = *lastRow >= index->lastRow && *lastRemoved >= index->removedSequence;
    auto newer = isSame ? std::make_shared<ColumnIndex>(*index) : std::make_shared<ColumnIndex>();
    if (const auto read = RowReader(*newer, cancel).read(connection, *lastRow); !read)
        return read.error();
    if (const auto removed = removeRows(connection, *newer); !removed)
        return removed.error();
    return std::shared_ptr<const ColumnIndex>(std::move(newer));
}

} // namespace Trailglass
