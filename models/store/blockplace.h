// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"

#include <optional>

namespace Trailglass {

class Statement;

/// The rows whose raw JSON a block holds: consecutive ones.
struct BlockPlace
{
    RowId first;
    qint64 count = 0; ///< 1 … RawBlock::Capacity

    [[nodiscard]] RowId last() const { return {first.value + count - 1}; } ///< inclusive
    [[nodiscard]] bool holds(RowId row) const { return row >= first && row <= last(); }
};

/// Reads `first_row` and `count` of table `raw_block` from two consecutive columns.
/// \returns nothing when they are outside of their ranges: no row is found in such a block
[[nodiscard]] std::optional<BlockPlace> blockPlaceAt(const Statement &row, int firstColumn = 0);

} // namespace Trailglass
