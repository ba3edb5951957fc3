// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/index/columnindex.h"

#include <QtGlobal>

#include <limits>
#include <vector>

namespace Trailglass {

/// Finds the segment of a row without a search.
/// \thread any, const
class SegmentTable
{
public:
    static constexpr std::size_t Missing = std::numeric_limits<std::size_t>::max();

    explicit SegmentTable(const ColumnIndex &index)
    {
        if (index.segments.empty())
            return;
        m_first = index.segments.front().segment->number;
        m_places.assign(static_cast<std::size_t>(index.segments.back().segment->number - m_first) + 1,
                        Missing);
        for (std::size_t place = 0; place < index.segments.size(); ++place)
            m_places[static_cast<std::size_t>(index.segments[place].segment->number - m_first)] = place;
    }

    /// \returns the place of the row's segment in ColumnIndex::segments, or Missing
    [[nodiscard]] std::size_t placeOf(qint64 row) const
    {
        const auto offset = static_cast<std::size_t>(row / static_cast<qint64>(Segment::Rows) - m_first);
        return offset < m_places.size() ? m_places[offset] : Missing;
    }

private:
    qint64 m_first = 0;
    std::vector<std::size_t> m_places;
};

} // namespace Trailglass
