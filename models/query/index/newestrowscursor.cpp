// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/newestrowscursor.h"

namespace Trailglass {

NewestRowsCursor::NewestRowsCursor(const TimeOrder &order, const ColumnIndex &index)
    : m_table(index)
    , m_left(order.rows())
{
}

void NewestRowsCursor::advance(const Selection &selection, std::size_t max)
{
    for (; !m_left.empty() && m_rows.size() < max; m_left = m_left.first(m_left.size() - 1)) {
        const RowId row{m_left.back()};
        const std::size_t place = m_table.placeOf(row.value);
        if (place == SegmentTable::Missing)
            continue;
        const RowTruths &truths = selection.segments[place];
        const std::size_t offset = Segment::offsetOf(row);
        // An order may know rows that came after the index.
        if (offset >= truths.yes.size())
            continue;
        if (truths.unknown.contains(offset))
            return;
        if (truths.yes.contains(offset))
            m_rows.push_back(row);
    }
}

} // namespace Trailglass
