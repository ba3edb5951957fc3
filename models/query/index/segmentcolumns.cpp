// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/segmentcolumns.h"

namespace Trailglass {

SegmentColumns::SegmentColumns(const Segment &segment, const RowLayout &layout,
                               const Filter::ZoneCalendar &calendar)
    : m_segment(segment)
    , m_layout(layout)
    , m_calendar(calendar)
    , m_slots(layout.integers().size())
{
}

const PackedColumn &SegmentColumns::column(std::size_t slot) const
{
    auto &known = m_slots[slot];
    if (!known) {
        const IntegerColumn &wanted = m_layout.integers()[slot];
        known = wanted.derived ? std::make_shared<const PackedColumn>(derived(*wanted.derived))
                               : m_segment.columns[*indexColumnOf(wanted.expression)];
    }
    return *known;
}

PackedColumn SegmentColumns::derived(Filter::DerivedField field) const
{
    std::vector<qint64> numbers = m_segment.columns[CreatedColumn]->numbers();
    for (qint64 &number : numbers) {
        if (number == PackedColumn::None)
            continue;
        const UtcMicros created{number};
        number = field == Filter::DerivedField::Hour ? m_calendar.hour(created) : m_calendar.weekday(created);
    }
    return PackedColumn::pack(numbers);
}

} // namespace Trailglass
