// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"

#include <span>
#include <vector>

class QFontMetrics;

namespace Trailglass {

/// How wide the cells of a column are that were looked at.
struct MeasuredCells
{
    int common = 0; ///< px at which most of them are whole; 0: none was looked at
    int widest = 0; ///< px at which all are

    friend bool operator==(const MeasuredCells &, const MeasuredCells &) = default;
};

/// What a column asks for when the columns of a table share its width.
struct ColumnDemand
{
    int natural = 0; ///< px at which it shows what it commonly holds
    int minimum = 0; ///< px; not below that
    bool isStretched = false; ///< takes of what is left over
    int whole = 0; ///< px at which nothing in it is cut; not above natural: it asks for no more than that

    friend bool operator==(const ColumnDemand &, const ColumnDemand &) = default;
};

/// \param cells  where none was measured, as common for this kind of column
[[nodiscard]] ColumnDemand columnDemand(const Column &column, const QString &title,
                                        const MeasuredCells &cells, const QFontMetrics &metrics);

/// Widths for all columns, in order. Where there is room, no column is cut before another has more than it needs, and what
/// is left over then goes to the stretched ones in proportion to their natural width; where there is not, all give way in
/// proportion to what they can give. Below the sum of the minima the widths are wider than \a available. Pure.
/// \param available  px
[[nodiscard]] std::vector<int> sharedWidths(std::span<const ColumnDemand> demands, int available);

} // namespace Trailglass
