// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"

#include <QStringList>

#include <vector>

namespace Trailglass {

/// When a source was not asked for its events.
struct SourceGaps
{
    QString source;
    std::vector<TimeWindow> gaps; ///< bounded, in order, none touching another
};

/// A range of time for which at least one source was never asked.
struct UnsyncedInterval
{
    UtcMicros from; ///< inclusive
    UtcMicros to; ///< exclusive
    QStringList sources; ///< in order of their names

    friend bool operator==(const UnsyncedInterval &, const UnsyncedInterval &) = default;
};

/// Lays the gaps of all sources over each other.
///
/// \returns in order, none empty; neighbours that touch have other sources. Pure.
/// \thread any
[[nodiscard]] std::vector<UnsyncedInterval> unsyncedIntervals(const std::vector<SourceGaps> &sources);

} // namespace Trailglass
