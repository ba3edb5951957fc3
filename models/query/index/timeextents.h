// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/index/selection.h"

#include <limits>
#include <vector>

namespace Trailglass {

/// What a column keeps (PackedColumn::number()) for the first and the last time of some rows.
struct StoredExtent
{
    quint64 least = std::numeric_limits<quint64>::max();
    quint64 greatest = 0;

    [[nodiscard]] bool isEmpty() const { return greatest < least; }
};

/// When the rows of a decided selection were created.
struct SelectedExtents
{
    std::vector<StoredExtent> segments; ///< in the order of the index
    UtcMicros first{std::numeric_limits<qint64>::max()};
    UtcMicros last{std::numeric_limits<qint64>::min()};

    [[nodiscard]] bool isEmpty() const { return last < first; }
};

/// \thread any; works on several
[[nodiscard]] SelectedExtents selectedExtents(const ColumnIndex &index, const Selection &selection);

} // namespace Trailglass
