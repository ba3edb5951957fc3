// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"

#include <vector>

namespace Trailglass {

/// A compressed block of raw JSON, see RawBlock.
struct PackedBlock
{
    RowId first;
    std::size_t count = 0; ///< rows
    std::vector<char> bytes;

    [[nodiscard]] bool holds(RowId row) const
    {
        return row >= first && static_cast<std::size_t>(row.value - first.value) < count;
    }
};

} // namespace Trailglass
