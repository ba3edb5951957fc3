// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"

#include <span>
#include <vector>

class QFontMetrics;

namespace Trailglass {

/// What a column asks for when the columns of a table share its width.
struct ColumnDemand
{
    int natural = 0; ///< px at which it shows what it commonly holds
    int minimum = 0; ///< px; not below that
    bool isStretched = false; ///< takes of what is left over

    friend bool operator==(const ColumnDemand &, const ColumnDemand &) = default;
};

/// \param content  px of a cell that shows what was measured; 0: nothing was, as common for this kind of
/// column
[[nodiscard]] ColumnDemand columnDemand(const Column &column, const QString &title, int content,
                                        const QFontMetrics &metrics);

/// Widths for all columns, in order. Where there is room, what is left over goes to the stretched ones in
/// proportion to their natural width; where there is not, all give way in proportion to what they can give.
/// Below the sum of the minima the widths are wider than \a available. Pure.
/// \param available  px
[[nodiscard]] std::vector<int> sharedWidths(std::span<const ColumnDemand> demands, int available);

} // namespace Trailglass
