// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/rowconditions.h"

#include "models/query/index/segmentcolumns.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

RowTruths RowCondition::fromColumns(const SegmentColumns &columns, const RowBits &candidates) const
{
    return {accepted(columns.segment().row(0), candidates), RowBits(candidates.size())};
}

Filter::Match RowCondition::matches(const RowView &row) const
{
    return Filter::matchIf(accepts(row.row));
}

RowListCondition::RowListCondition(std::vector<RowId> rows, bool acceptsListed)
    : m_rows(std::move(rows))
    , m_acceptsListed(acceptsListed)
{
}

bool RowListCondition::accepts(RowId row) const
{
    return std::ranges::binary_search(m_rows, row) == m_acceptsListed;
}

RowBits RowListCondition::accepted(RowId first, const RowBits &candidates) const
{
    const RowId end{first.value + static_cast<qint64>(candidates.size())};
    RowBits listed(candidates.size());
    for (auto row = std::ranges::lower_bound(m_rows, first); row != m_rows.end() && *row < end; ++row)
        listed.insert(static_cast<std::size_t>(row->value - first.value));
    return m_acceptsListed ? candidates & listed : candidates - listed;
}

LaterRowCondition::LaterRowCondition(RowId last)
    : m_last(last)
{
}

bool LaterRowCondition::accepts(RowId row) const
{
    return row > m_last;
}

RowBits LaterRowCondition::accepted(RowId first, const RowBits &candidates) const
{
    if (m_last < first)
        return candidates;
    const qint64 seen = m_last.value - first.value + 1;
    if (seen >= static_cast<qint64>(candidates.size()))
        return RowBits(candidates.size());
    RowBits later = candidates;
    later.remove(0, static_cast<std::size_t>(seen) - 1);
    return later;
}

} // namespace Trailglass
