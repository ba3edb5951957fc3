// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/segmentreader.h"

#include "models/core/result.h"
#include "models/query/evaluation/querystopped.h"
#include "models/query/index/segmentbuilder.h"
#include "models/store/sqlconnection.h"

#include <algorithm>

namespace Trailglass {

namespace {

/// Databases of version 2 do not say which texts are in the raw JSON.
Result<bool> saysTextsInRaw(SqlConnection &connection)
{
    TRY(const auto columns,
        connection.integer("SELECT count(*) FROM pragma_table_info('event') WHERE name = 'texts_in_raw'"));
    return columns > 0;
}

std::string selectText(bool saysTextsInRaw)
{
    std::string sql = "SELECT event.row";
    for (std::size_t column = 0; column < IndexColumnCount; ++column) {
        const bool isThere = column != TextsInRawColumn || saysTextsInRaw;
        sql += ", " + (isThere ? indexColumns()[column].expression : std::string("NULL"));
    }
    return sql + " FROM event WHERE event.row BETWEEN ? AND ? ORDER BY event.row";
}

/// Reads the columns of the row a statement is at.
/// \returns false when one of them cannot be right
bool readNumbers(const Statement &row, std::array<qint64, IndexColumnCount> &numbers)
{
    const auto &columns = indexColumns();
    for (std::size_t column = 0; column < IndexColumnCount; ++column) {
        const int place = static_cast<int>(column) + 1;
        const qint64 value = row.integer(place);
        // What is no integer reads as 0 or as a number like any other.
        const bool isNone = value == 0 && row.isNull(place);
        if (!isNone && !columns[column].range.holds(value))
            return false;
        numbers[column] = isNone ? PackedColumn::None : value;
    }
    return numbers[CreatedColumn] != PackedColumn::None && numbers[SourceColumn] != PackedColumn::None;
}

/// Puts rows, which come in order, into segments.
class SegmentSplitter
{
public:
    explicit SegmentSplitter(const ListedSegment &open)
        : m_builder(open.segment ? std::make_unique<SegmentBuilder>(open) : nullptr)
    {
    }

    /// \returns whether the row begins a segment
    bool add(RowId row, std::span<const qint64, IndexColumnCount> numbers)
    {
        const qint64 number = Segment::numberOf(row);
        const bool isNew = !m_builder || m_builder->number() != number;
        if (isNew) {
            finishSegment(row.value - 1);
            m_builder = std::make_unique<SegmentBuilder>(number);
        }
        m_builder->add(Segment::offsetOf(row), numbers);
        return isNew;
    }

    /// \param lastRow  the last row number that is known to be given
    void finishSegment(qint64 lastRow)
    {
        if (!m_builder)
            return;
        const qint64 end = (m_builder->number() + 1) * static_cast<qint64>(Segment::Rows);
        m_segments.push_back(
            m_builder->finish(lastRow + 1 >= end ? Segment::Rows : Segment::offsetOf({lastRow}) + 1));
        m_builder.reset();
    }

    std::vector<ListedSegment> take() { return std::move(m_segments); }

private:
    std::vector<ListedSegment> m_segments;
    std::unique_ptr<SegmentBuilder> m_builder;
};

} // namespace

Result<std::vector<ListedSegment>> readSegments(SqlConnection &connection, const ListedSegment &open,
                                                qint64 first, qint64 last, const CancelToken &cancel)
{
    TRY(const auto says, saysTextsInRaw(connection));
    TRY(auto statement, connection.prepare(selectText(says)));
    statement.bind(1, first).bind(2, last);
    SegmentSplitter splitter(open);
    RowId next{std::max<qint64>(first, 1)};
    std::array<qint64, IndexColumnCount> numbers{};
    TRY(statement.forEachRow([&](const Statement &row) -> Result<void> {
        const RowId id{row.integer(0)};
        // A tree whose keys are damaged gives rows out of order.
        if (id < next || id.value > last || !readNumbers(row, numbers))
            return {};
        next = {id.value + 1};
        if (splitter.add(id, numbers) && cancel.isCancelled())
            return queryStopped();
        return {};
    }));
    splitter.finishSegment(last);
    return splitter.take();
}

} // namespace Trailglass
