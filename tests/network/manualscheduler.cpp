// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/network/manualscheduler.h"

#include <algorithm>

namespace Trailglass {

void ManualScheduler::after(std::chrono::milliseconds delay, QObject *context, std::function<void()> function)
{
    m_entries.push_back({m_now + delay, context, std::move(function)});
}

std::vector<ManualScheduler::Entry>::iterator ManualScheduler::next()
{
    std::erase_if(m_entries, [](const Entry &entry) { return entry.context.isNull(); });
    return std::min_element(m_entries.begin(), m_entries.end(),
                            [](const Entry &left, const Entry &right) { return left.due < right.due; });
}

void ManualScheduler::advance(std::chrono::milliseconds duration)
{
    const auto end = m_now + duration;
    for (auto entry = next(); entry != m_entries.end() && entry->due <= end; entry = next()) {
        advanceToNext();
    }
    m_now = end;
}

bool ManualScheduler::advanceToNext()
{
    const auto entry = next();
    if (entry == m_entries.end()) {
        return false;
    }
    m_now = std::max(m_now, entry->due);
    const auto function = std::move(entry->function);
    m_entries.erase(entry);
    function();
    return true;
}

} // namespace Trailglass
