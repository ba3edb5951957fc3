// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"

#include <span>
#include <vector>

class QFontMetrics;

namespace Trailglass {

/// No column is narrower, whoever makes it so; px.
inline constexpr int NarrowestColumnWidth = 40;

/// How wide the cells of a column are that were looked at.
struct MeasuredCells
{
    int common = 0; ///< px at which most of them are whole; 0: none was looked at
    int widest = 0; ///< px at which all are

    friend bool operator==(const MeasuredCells &, const MeasuredCells &) = default;
};

/// What a column asks for when the columns of a table share its width: px, each at least the one before.
struct ColumnDemand
{
    int minimum = 0; ///< not below that
    int common = 0; ///< most of its cells are whole
    int whole = 0; ///< all cells that were measured are
    int natural =
        0; ///< so is its title with the arrow of the sort order, and there is room for what comes later
    bool isStretched = false; ///< takes of what is left over

    friend bool operator==(const ColumnDemand &, const ColumnDemand &) = default;
};

/// How narrow columns may become where there is not enough room.
enum class MinimumWidths
{
    Tight, ///< for columns that have to be in sight together
    Readable ///< the table is scrolled sideways rather than that nothing of a value is left to recognise it by
};

/// \param cells  where none was measured, as common for this kind of column
[[nodiscard]] ColumnDemand columnDemand(const Column &column, const QString &title,
                                        const MeasuredCells &cells, const QFontMetrics &metrics,
                                        MinimumWidths minima);

/// Widths for all columns, in order. First all have their minimum, then as far as the room goes what is common is whole, then
/// all cells, then the titles; where it ends on the way, each column has the same part of what it lacks there. No column
/// gets more than its cells need while cells of another are cut. What is left over after that goes to the stretched ones in
/// proportion to their natural width. Below the sum of the minima the widths are wider than \a available. Pure.
/// \param available  px
[[nodiscard]] std::vector<int> sharedWidths(std::span<const ColumnDemand> demands, int available);

} // namespace Trailglass
