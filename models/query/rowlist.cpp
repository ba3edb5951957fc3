// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/rowlist.h"

#include <algorithm>

namespace Trailglass {

namespace {

bool fitsFourBytes(RowId row)
{
    return row.value >= 0 && row.value <= RowList::GreatestSmall;
}

template <class Row>
std::optional<std::size_t> placeIn(const std::vector<Row> &rows, Row row)
{
    const auto found = std::ranges::find(rows, row);
    return found == rows.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - rows.begin()));
}

} // namespace

void RowList::reserve(std::size_t rows)
{
    if (m_large.empty())
        m_small.reserve(rows);
    else
        m_large.reserve(rows);
}

void RowList::push_back(RowId row)
{
    if (m_large.empty() && fitsFourBytes(row)) {
        m_small.push_back(static_cast<quint32>(row.value));
        return;
    }
    if (m_large.empty()) {
        std::vector<RowId> large;
        large.reserve(m_small.capacity());
        large.assign(begin(), end());
        m_large = std::move(large);
        m_small = std::vector<quint32>(); // = {} would keep the memory
    }
    m_large.push_back(row);
}

std::vector<RowId> RowList::slice(std::size_t first, std::size_t most) const
{
    const std::size_t from = std::min(first, size());
    const std::size_t count = std::min(most, size() - from);
    std::vector<RowId> rows;
    rows.reserve(count);
    for (std::size_t place = from; place < from + count; ++place)
        rows.push_back((*this)[place]);
    return rows;
}

std::optional<std::size_t> RowList::find(RowId row) const
{
    if (!m_large.empty())
        return placeIn(m_large, row);
    return fitsFourBytes(row) ? placeIn(m_small, static_cast<quint32>(row.value)) : std::nullopt;
}

bool RowList::endsWith(const RowList &rows) const
{
    if (rows.size() > size())
        return false;
    if (m_large.empty() && rows.m_large.empty())
        return std::equal(rows.m_small.rbegin(), rows.m_small.rend(), m_small.rbegin());
    return std::equal(rows.begin(), rows.end(), end() - static_cast<std::ptrdiff_t>(rows.size()));
}

} // namespace Trailglass
