// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/knownrows.h"

#include <algorithm>

namespace Trailglass {

void KnownRows::note(std::size_t first, std::span<const EventKey> keys)
{
    const std::scoped_lock lock(m_guard);
    for (std::size_t index = 0; index < keys.size(); ++index) {
        m_keys[first + index] = keys[index];
        m_places[keys[index].row.value] = first + index;
    }
    m_noted.push_back({first, keys.size()});
    if (m_keys.size() > MaxRows)
        forgetOldest();
}

std::optional<EventKey> KnownRows::at(std::size_t place) const
{
    const std::scoped_lock lock(m_guard);
    const auto found = m_keys.find(place);
    return found == m_keys.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> KnownRows::placeOf(RowId row) const
{
    const std::scoped_lock lock(m_guard);
    const auto found = m_places.find(row.value);
    return found == m_places.end() ? std::nullopt : std::optional(found->second);
}

std::optional<EventKey> KnownRows::keyOf(RowId row) const
{
    const auto place = placeOf(row);
    return place ? at(*place) : std::nullopt;
}

/// Half of what is noted: so that it is not done for each page.
void KnownRows::forgetOldest()
{
    std::size_t next = 0;
    while (m_keys.size() > MaxRows / 2 && next < m_noted.size()) {
        const Range &oldest = m_noted[next++];
        for (std::size_t place = oldest.first; place < oldest.first + oldest.count; ++place) {
            const auto found = m_keys.find(place);
            if (found == m_keys.end())
                continue;
            m_places.erase(found->second.row.value);
            m_keys.erase(found);
        }
    }
    m_noted.erase(m_noted.begin(), m_noted.begin() + static_cast<std::ptrdiff_t>(next));
}

} // namespace Trailglass
