// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"

#include <optional>

namespace Trailglass {

class Statement;

/// Where a block of raw JSON lies: the consecutive rows from first() on.
struct BlockPlace
{
    RowId first;
    qint64 count = 0; ///< 1 … RawBlock::Capacity

    [[nodiscard]] RowId last() const { return {first.value + count - 1}; } ///< inclusive
    [[nodiscard]] bool holds(RowId row) const { return row >= first && row <= last(); }
};

/// Reads `first_row` and `count` of table `raw_block`, which stand in this column and the next.
/// \returns nothing for numbers that no block can have: a search for rows finds none there
[[nodiscard]] std::optional<BlockPlace> blockPlaceAt(const Statement &row, int firstColumn = 0);

} // namespace Trailglass
