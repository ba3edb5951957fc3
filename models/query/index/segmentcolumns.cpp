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
        const IntegerColumn &requested = m_layout.integers()[slot];
        known = requested.derived ? std::make_shared<const PackedColumn>(derived(*requested.derived))
                                  : m_segment.columns[*indexColumnOf(requested.expression)];
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
