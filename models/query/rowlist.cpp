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

qint64 number(quint32 row)
{
    return row;
}

qint64 number(RowId row)
{
    return row.value;
}

template <class Row>
std::size_t countAbove(const std::vector<Row> &rows, qint64 limit)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(rows, [limit](Row row) { return number(row) > limit; }));
}

/// Rows to look for, in a form that suits a pass over millions of rows: mostly one comparison.
class RowSet
{
public:
    /// \pre not empty
    explicit RowSet(std::vector<RowId> rows)
        : m_rows(sorted(std::move(rows)))
        , m_first(m_rows.front().value)
        , m_span(static_cast<quint64>(m_rows.back().value) - static_cast<quint64>(m_first))
    {
        if (m_span >= MaxBits)
            return;
        m_bits.resize(m_span + 1);
        for (const RowId row : m_rows)
            m_bits[static_cast<quint64>(row.value) - static_cast<quint64>(m_first)] = true;
    }

    [[nodiscard]] bool contains(qint64 row) const
    {
        const quint64 offset = static_cast<quint64>(row) - static_cast<quint64>(m_first);
        if (offset > m_span)
            return false;
        return m_bits.empty() ? std::ranges::binary_search(m_rows, RowId{row}) : m_bits[offset];
    }

private:
    static constexpr quint64 MaxBits = 1 << 27; // 16 MiB

    static std::vector<RowId> sorted(std::vector<RowId> rows)
    {
        std::ranges::sort(rows);
        return rows;
    }

    std::vector<RowId> m_rows; ///< sorted
    qint64 m_first;
    quint64 m_span; ///< of the last above the first
    std::vector<bool> m_bits; ///< by number above the first; empty where the span is too wide
};

template <class Row>
std::vector<std::size_t> placesIn(const std::vector<Row> &rows, const RowSet &requested)
{
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < rows.size(); ++place) {
        if (requested.contains(number(rows[place])))
            places.push_back(place);
    }
    return places;
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

std::vector<RowId> RowList::slice(std::size_t first, std::size_t max) const
{
    const std::size_t from = std::min(first, size());
    const std::size_t count = std::min(max, size() - from);
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

std::size_t RowList::countAfter(RowId row) const
{
    return m_large.empty() ? countAbove(m_small, row.value) : countAbove(m_large, row.value);
}

std::vector<std::size_t> RowList::placesOf(std::vector<RowId> rows) const
{
    if (rows.empty())
        return {};
    const RowSet requested(std::move(rows));
    return m_large.empty() ? placesIn(m_small, requested) : placesIn(m_large, requested);
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
