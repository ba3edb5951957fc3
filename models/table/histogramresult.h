// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"

#include <QString>

#include <string_view>
#include <vector>

namespace Trailglass {

/// Values of a split that are told apart, as many as there are colours; of more the last one is OtherValues.
inline constexpr std::size_t MaxSplitValues = 10;
/// Stands in a histogram for all values that are not told apart. No text of an event is this one: it is no UTF-8.
inline constexpr std::string_view OtherValues = "\xff";

/// When one source was not synced.
struct SourceGaps
{
    QString source; ///< by name
    std::vector<TimeWindow> gaps; ///< in order, none touching another; both ends set

    friend bool operator==(const SourceGaps &, const SourceGaps &) = default;
};

/// A histogram as the window shows it.
struct HistogramResult
{
    Histogram histogram; ///< split into MaxSplitValues at most
    QueryContext context; ///< what relative times were resolved against
    /// The time of the bins that a sync can have requested: of the filter's interval, and not in the future. Both
    /// ends set; from >= to: none.
    TimeWindow covered = {UtcMicros{0}, UtcMicros{0}};
    /// Those that the filter can match, by name, removed ones left out; gaps are within \a covered.
    std::vector<SourceGaps> sources = {};
};

} // namespace Trailglass
