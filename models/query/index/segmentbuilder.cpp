// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/segmentbuilder.h"

#include <algorithm>

namespace Trailglass {

SegmentBuilder::SegmentBuilder(qint64 number)
    : m_number(number)
    , m_listed(Segment::Rows)
{
    for (auto &numbers : m_numbers)
        numbers.reserve(Segment::Rows);
}

SegmentBuilder::SegmentBuilder(const ListedSegment &segment)
    : m_number(segment.segment->number)
    , m_listed(*segment.listed)
{
    m_listed.resize(Segment::Rows);
    for (std::size_t column = 0; column < IndexColumnCount; ++column) {
        m_numbers[column].reserve(Segment::Rows);
        const std::vector<qint64> known = segment.segment->columns[column]->numbers();
        m_numbers[column].assign(known.begin(), known.end());
    }
}

void SegmentBuilder::add(std::size_t offset, std::span<const qint64, IndexColumnCount> numbers)
{
    fillTo(offset);
    for (std::size_t column = 0; column < IndexColumnCount; ++column)
        m_numbers[column].push_back(numbers[column]);
    m_listed.insert(offset);
}

ListedSegment SegmentBuilder::finish(std::size_t size)
{
    fillTo(size);
    auto segment = std::make_shared<Segment>();
    segment->number = m_number;
    segment->size = size;
    auto &columns = segment->columns;
    for (std::size_t column = 0; column < IndexColumnCount; ++column) {
        const auto &numbers = m_numbers[column];
        auto packed =
            indexColumns()[column].isTime ? PackedColumn::packTimes(numbers) : PackedColumn::pack(numbers);
        // `actor` is nearly always what one of its parts is.
        const auto end = columns.begin() + static_cast<std::ptrdiff_t>(column);
        const auto same =
            std::find_if(columns.begin(), end, [&packed](const auto &before) { return *before == packed; });
        columns[column] = same != end ? *same : std::make_shared<const PackedColumn>(std::move(packed));
    }
    m_listed.resize(size);
    return {std::move(segment), std::make_shared<const RowBits>(std::move(m_listed))};
}

void SegmentBuilder::fillTo(std::size_t size)
{
    // A gap repeats the number before it, which keeps the column as narrow as it is.
    for (auto &numbers : m_numbers)
        numbers.resize(size, numbers.empty() ? PackedColumn::None : numbers.back());
}

} // namespace Trailglass
