// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/query/index/selection.h"
#include "models/query/rowlist.h"

#include <QtGlobal>

#include <span>
#include <vector>

namespace Trailglass {

/// The events of an index in order of `created`, ties in order of row: rows arrive in another order than they
/// happened, and newest-first is the default sort.
///
/// Good for the index it was made of and for all older ones. Immutable;
/// \thread any
class TimeOrder
{
public:
    /// Row numbers are kept in four bytes; an index whose last row is greater has no time order.
    static constexpr qint64 GreatestRow = RowList::GreatestSmall;

    TimeOrder() = default;

    /// \param known  of an older index of the same workspace, or empty
    /// \pre index.lastRow is at most GreatestRow
    /// \error Cancelled
    /// \thread any; works on several
    static Result<TimeOrder> extend(const TimeOrder &known, const ColumnIndex &index,
                                    const CancelToken &cancel);

    [[nodiscard]] qint64 lastRow() const { return m_lastRow; }
    /// Row numbers, oldest event first; among them may be rows that are not listed.
    [[nodiscard]] std::span<const quint32> rows() const { return m_rows; }

    /// The rows of a decided selection, in order or in the reverse of it.
    [[nodiscard]] std::vector<quint32> ordered(const ColumnIndex &index, const Selection &selection,
                                               bool descending) const;

private:
    qint64 m_lastRow = 0;
    std::vector<quint32> m_rows;
};

} // namespace Trailglass
