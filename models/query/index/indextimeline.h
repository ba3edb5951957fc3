// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/evaluation/fieldvalues.h"
#include "models/query/index/selection.h"
#include "models/query/queryengine.h"

namespace Trailglass {

/// Counts the rows of a decided selection by time and by the values of one field.
///
/// \param values  of the split field, checkSplit() passed
/// \param layout  in which \a values has its slot
/// \returns with rows left out when \a cancel ended: look before using it
/// \thread any; works on several
[[nodiscard]] Timeline countTimeline(const ColumnIndex &index, const Selection &selection,
                                     const TimelineDivision &division, const FieldValues &values,
                                     const RowLayout &layout, const Filter::ZoneCalendar &calendar,
                                     const CancelToken &cancel);

} // namespace Trailglass
