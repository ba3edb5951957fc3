// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/placeindex.h"

#include <algorithm>

namespace Trailglass {

PlaceIndex::PlaceIndex(std::vector<TimeBin> bins)
    : m_bins(std::move(bins))
{
    addUp();
}

void PlaceIndex::addUp()
{
    m_before.clear();
    m_size = 0;
    for (const TimeBin &bin : m_bins) {
        m_before.push_back(m_size);
        m_size += bin.count;
    }
}

PlaceIndex::Part PlaceIndex::find(PlaceRange places) const
{
    // Of several bins that begin at a place, all but the last one are empty.
    const auto binAt = [this](std::size_t place) {
        const auto after = std::ranges::upper_bound(m_before, place);
        return static_cast<std::size_t>(after - m_before.begin()) - 1;
    };
    Part part;
    part.firstBin = binAt(places.first);
    part.lastBin = binAt(places.first + places.count - 1);
    part.skipped = places.first - m_before[part.firstBin];
    part.from = std::min(m_bins[part.firstBin].from, m_bins[part.lastBin].from);
    part.to = std::max(m_bins[part.firstBin].to, m_bins[part.lastBin].to);
    return part;
}

std::size_t PlaceIndex::rowsBefore(std::size_t bin) const
{
    return m_before[bin];
}

std::optional<std::size_t> PlaceIndex::binOf(UtcMicros time) const
{
    const auto holds = [time](const TimeBin &bin) {
        return bin.from <= time && time < bin.to;
    };
    const auto found = std::ranges::find_if(m_bins, holds);
    if (found == m_bins.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - m_bins.begin());
}

void PlaceIndex::divide(std::size_t bin, const std::vector<TimeBin> &bins)
{
    const auto place = m_bins.begin() + static_cast<std::ptrdiff_t>(bin);
    m_bins.insert(m_bins.erase(place), bins.begin(), bins.end());
    addUp();
}

} // namespace Trailglass
