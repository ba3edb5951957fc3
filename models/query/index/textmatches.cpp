// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/textmatches.h"

#include <algorithm>

namespace Trailglass {

RowTruths TextMatches::known(qint64 segment, const RowBits &candidates) const
{
    const auto found = m_segments.find(segment);
    if (found == m_segments.end())
        return {RowBits(candidates.size()), candidates};
    Rows rows = found->second;
    // The last segment grows as events arrive.
    rows.decided.resize(candidates.size());
    rows.matched.resize(candidates.size());
    return {rows.matched & candidates, candidates - rows.decided};
}

void TextMatches::record(qint64 segment, std::size_t size, std::size_t first, const RowBits &decided,
                         const RowBits &matched)
{
    Rows &rows = m_segments[segment];
    if (rows.decided.size() < size) {
        rows.decided.resize(size);
        rows.matched.resize(size);
    }
    rows.decided.insertSlice(first, decided);
    rows.matched.insertSlice(first, matched);
}

std::shared_ptr<MatchCache::Entry> MatchCache::of(const std::string &identity)
{
    const std::scoped_lock lock(m_guard);
    const auto found = std::ranges::find(m_entries, identity, [](const auto &entry) { return entry.first; });
    if (found != m_entries.end())
        m_entries.splice(m_entries.begin(), m_entries, found);
    else
        m_entries.emplace_front(identity, std::make_shared<Entry>());
    if (m_entries.size() > MaxConditions)
        m_entries.pop_back();
    return m_entries.front().second;
}

void MatchCache::clear()
{
    const std::scoped_lock lock(m_guard);
    m_entries.clear();
}

} // namespace Trailglass
