// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/sortedplaces.h"

#include <algorithm>

namespace Trailglass {

SortedPlaces::SortedPlaces(std::size_t size)
    : m_bins{SortedBin{.count = size}}
{
    addUp();
}

void SortedPlaces::addUp()
{
    m_before.clear();
    std::size_t before = 0;
    for (const SortedBin &bin : m_bins) {
        m_before.push_back(before);
        before += bin.count;
    }
}

SortedPlaces::Part SortedPlaces::find(PlaceRange places) const
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
    return part;
}

void SortedPlaces::divide(std::size_t bin, const std::vector<SortedBin> &bins)
{
    const auto place = m_bins.begin() + static_cast<std::ptrdiff_t>(bin);
    m_bins.insert(m_bins.erase(place), bins.begin(), bins.end());
    addUp();
}

} // namespace Trailglass
