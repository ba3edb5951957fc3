// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/query/index/indexcolumns.h"
#include "models/query/index/packedcolumn.h"
#include "models/query/index/rowbits.h"
#include "models/store/schema.h"

#include <memory>

namespace Trailglass {

/// The columns of the rows with numbers from first() on. Row numbers have gaps; where there is no event the
/// columns hold nothing of use.
///
/// Segments lie at fixed places of the row numbers, so that a row finds its segment without a search and its
/// number needs no memory. Immutable;
/// \thread any
struct Segment
{
    static constexpr std::size_t Rows = Schema::IndexSegmentRows;

    qint64 number = 0; ///< row numbers / Rows
    std::size_t size = 0; ///< rows from the first to the last there may be; up to Rows
    /// By IndexColumn; equal ones are shared.
    std::array<std::shared_ptr<const PackedColumn>, IndexColumnCount> columns;

    [[nodiscard]] qint64 first() const { return number * static_cast<qint64>(Rows); }
    [[nodiscard]] RowId row(std::size_t offset) const { return {first() + static_cast<qint64>(offset)}; }

    static qint64 numberOf(RowId row) { return row.value / static_cast<qint64>(Rows); }
    static std::size_t offsetOf(RowId row)
    {
        return static_cast<std::size_t>(row.value % static_cast<qint64>(Rows));
    }
};

/// A segment, and which of its rows are events that are listed now.
struct ListedSegment
{
    std::shared_ptr<const Segment> segment;
    std::shared_ptr<const RowBits> listed; ///< of the segment's size
};

} // namespace Trailglass
