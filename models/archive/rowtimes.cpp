// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/rowtimes.h"

#include <utility>

namespace Trailglass {

void RowTimes::note(std::span<const EventKey> keys)
{
    const std::scoped_lock lock(m_guard);
    for (const EventKey &key : keys) {
        if (m_times.size() >= MaxRows / 2)
            m_earlier = std::exchange(m_times, {});
        m_times.insert_or_assign(key.row, key.created);
    }
}

std::optional<EventKey> RowTimes::keyOf(RowId row) const
{
    const std::scoped_lock lock(m_guard);
    for (const auto *times : {&m_times, &m_earlier}) {
        if (const auto found = times->find(row); found != times->end())
            return EventKey{found->second, row};
    }
    return std::nullopt;
}

} // namespace Trailglass
