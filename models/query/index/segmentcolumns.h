// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/zonecalendar.h"
#include "models/query/evaluation/rowlayout.h"
#include "models/query/index/segment.h"

#include <vector>

namespace Trailglass {

/// The columns of one segment by the integer slots of a RowLayout; hours and weekdays are computed when they
/// are needed.
///
/// \thread one at a time
class SegmentColumns
{
public:
    /// \pre the index holds every expression of \a layout; all arguments outlive this object
    SegmentColumns(const Segment &segment, const RowLayout &layout, const Filter::ZoneCalendar &calendar);

    [[nodiscard]] const PackedColumn &column(std::size_t slot) const;
    [[nodiscard]] const Segment &segment() const { return m_segment; }

private:
    [[nodiscard]] PackedColumn derived(Filter::DerivedField field) const;

    const Segment &m_segment;
    const RowLayout &m_layout;
    const Filter::ZoneCalendar &m_calendar;
    mutable std::vector<std::shared_ptr<const PackedColumn>> m_slots; ///< null until needed
};

} // namespace Trailglass
