// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"

#include <QString>

#include <vector>

namespace Trailglass {

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
    Histogram histogram;
    QueryContext context; ///< what relative times were resolved against
    /// The time of the bins that a sync can have requested: of the filter's interval, and not in the future. Both
    /// ends set; from >= to: none.
    TimeWindow covered = {UtcMicros{0}, UtcMicros{0}};
    /// Those that the filter can match, by name, removed ones left out; gaps are within \a covered.
    std::vector<SourceGaps> sources = {};
};

} // namespace Trailglass
