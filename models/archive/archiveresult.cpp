// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiveresult.h"

#include <algorithm>

namespace Trailglass {

ArchiveResult::ArchiveResult(ResultQuery query, PlaceIndex index, std::shared_ptr<const void> identity)
    : m_query(std::move(query))
    , m_identity(std::move(identity))
    , m_size(index.size())
    , m_index(std::move(index))
    , m_sorted(m_size)
{
}

std::optional<RowId> ArchiveResult::rowAt(std::size_t place) const
{
    const auto key = m_rows.at(place);
    return key ? std::optional(key->row) : std::nullopt;
}

std::vector<std::size_t> ArchiveResult::findAll(std::vector<RowId> rows) const
{
    std::vector<std::size_t> places;
    for (const RowId row : rows) {
        if (const auto place = m_rows.placeOf(row))
            places.push_back(*place);
    }
    std::ranges::sort(places);
    return places;
}

std::size_t ArchiveResult::countSince(const ResultSnapshot &earlier) const
{
    return m_size - std::min(m_size, earlier.size());
}

bool ArchiveResult::endsWith(const ResultSnapshot &other) const
{
    const auto *result = dynamic_cast<const ArchiveResult *>(&other);
    return result && result->m_identity == m_identity;
}

void ArchiveResult::withIndex(const std::function<void(PlaceIndex &index)> &use) const
{
    const std::scoped_lock lock(m_guard);
    use(m_index);
}

void ArchiveResult::withSorted(const std::function<void(SortedPlaces &sorted)> &use) const
{
    const std::scoped_lock lock(m_guard);
    use(m_sorted);
}

} // namespace Trailglass
