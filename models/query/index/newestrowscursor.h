// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/index/segmenttable.h"
#include "models/query/index/timeorder.h"

namespace Trailglass {

/// The beginning of a result, newest events first, while the rest is still being searched.
///
/// \thread one at a time
class NewestRowsCursor
{
public:
    /// \param order  good for \a index; both outlive this object
    NewestRowsCursor(const TimeOrder &order, const ColumnIndex &index);

    /// Goes on up to the first row that is still unknown.
    /// \param selection  of the index; what it knew at the call before it knows still
    /// \param max  rows to find altogether
    void advance(const Selection &selection, std::size_t max);

    /// Rows of the result, in its order; no other row will come between them.
    [[nodiscard]] const RowList &rows() const { return m_rows; }

private:
    SegmentTable m_table;
    std::span<const quint32> m_left; ///< rows in order of time not yet passed; the next is the last
    RowList m_rows;
};

} // namespace Trailglass
