// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/evaluation/fieldvalues.h"
#include "models/query/histogram.h"
#include "models/query/index/selection.h"

namespace Trailglass {

/// What the rows of a histogram are read with.
struct HistogramScan
{
    const ColumnIndex &index;
    const Selection &selection; ///< of the index, decided
    const FieldValues *split = nullptr; ///< of the field to split by, with its slot in the layout
    const RowLayout &layout;
    const Filter::ZoneCalendar &calendar; ///< of the display zone
    const CancelToken &cancel;
};

/// \error Usage for values that a histogram cannot be split by: of a field that is not coded, or too many
[[nodiscard]] Result<void> checkSplit(const FieldValues &values);

/// Counts the rows of a selection by time and by the values of one field.
///
/// \pre checkRequest() passed, and checkSplit() where there is a split
/// \error Usage for more bins than can be split; Cancelled
/// \thread any; works on several
[[nodiscard]] Result<Histogram> countHistogram(const HistogramRequest &request, const HistogramScan &scan);

} // namespace Trailglass
