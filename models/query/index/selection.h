// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/filter/zonecalendar.h"
#include "models/query/evaluation/condition.h"
#include "models/query/evaluation/rowlayout.h"
#include "models/query/index/columnindex.h"

namespace Trailglass {

/// What is known of the rows of each segment of an index, in the order of its segments.
struct Selection
{
    std::vector<RowTruths> segments;

    [[nodiscard]] std::size_t count() const; ///< of the rows that are in
    [[nodiscard]] bool isDecided() const; ///< nothing is unknown
};

/// Which listed events meet a condition, as far as the columns decide it.
///
/// \param calendar  of the display zone
/// \returns an incomplete selection after a cancel: check \a cancel before using it
/// \thread any; works on several
[[nodiscard]] Selection selectFromColumns(const ColumnIndex &index, const Condition &condition,
                                          const RowLayout &layout, const Filter::ZoneCalendar &calendar,
                                          const CancelToken &cancel);

} // namespace Trailglass
