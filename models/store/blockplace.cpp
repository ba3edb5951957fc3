// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/blockplace.h"

#include "models/store/rawblock.h"
#include "models/store/storedrow.h"

namespace Trailglass {

std::optional<BlockPlace> blockPlaceAt(const Statement &row, int firstColumn)
{
    constexpr StoredRange Rows{1, static_cast<qint64>(RawBlock::Capacity)};
    StoredRow stored(row, "raw_block");
    const BlockPlace place{.first = {stored.number(firstColumn, StoredRanges::Row)},
                           .count = stored.number(firstColumn + 1, Rows)};
    if (!stored.isGood() || !StoredRanges::Row.holds(place.last().value))
        return std::nullopt;
    return place;
}

} // namespace Trailglass
