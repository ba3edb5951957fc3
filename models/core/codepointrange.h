// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

namespace Trailglass {

struct CodePointRange
{
    char32_t first;
    char32_t last; ///< inclusive
};

/// Whether the ranges are in order and apart, as isIn() needs them.
template <std::size_t Count>
[[nodiscard]] constexpr bool isSorted(const std::array<CodePointRange, Count> &ranges)
{
    for (std::size_t i = 0; i < Count; ++i) {
        if (ranges[i].first > ranges[i].last || (i > 0 && ranges[i - 1].last >= ranges[i].first))
            return false;
    }
    return true;
}

/// \param ranges  sorted
template <std::size_t Count>
[[nodiscard]] constexpr bool isIn(const std::array<CodePointRange, Count> &ranges, char32_t point)
{
    const auto *range = std::ranges::lower_bound(ranges, point, {}, &CodePointRange::last);
    return range != ranges.end() && range->first <= point;
}

} // namespace Trailglass
