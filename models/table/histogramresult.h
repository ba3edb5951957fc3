// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"

#include <QStringList>

#include <vector>

namespace Trailglass {

/// A time for which at least one source was not synced.
struct UnsyncedInterval
{
    UtcMicros from; ///< inclusive
    UtcMicros to; ///< exclusive
    QStringList sources; ///< by name

    friend bool operator==(const UnsyncedInterval &, const UnsyncedInterval &) = default;
};

/// A histogram as the window shows it.
struct HistogramResult
{
    Histogram histogram;
    QueryContext context; ///< what relative times were resolved against
    /// In order; within the bins and the filter's interval and not in the future, of sources that the filter can match.
    std::vector<UnsyncedInterval> unsynced;
};

} // namespace Trailglass
