// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"
#include "models/filter/zonecalendar.h"

#include <vector>

namespace Trailglass {

/// A step from one round local time to the next. Exactly one of the two is set.
struct CalendarStep
{
    qint64 micros = 0; ///< up to a week; weeks begin on Monday, all others count from midnight
    int months = 0; ///< from January of the year 0

    friend bool operator==(const CalendarStep &, const CalendarStep &) = default;
};

/// A range of time, divided at round local times.
struct CalendarBins
{
    CalendarStep step;
    /// Ascending, one more than there are bins: bin i is [boundaries[i], boundaries[i + 1]).
    std::vector<UtcMicros> boundaries;
};

/// Divides the time from \a first to \a last, both included, into at most \a maxBins bins with the smallest
/// round step: 1, 5, 15, 30 s or min, 1, 3, 6, 12 h, a day, a week, 1, 3, 6 months, 1, 2, 5, 10 … years.
///
/// At a boundary the local time is a multiple of the step, or skips over it at a change to daylight saving
/// time. Where the local time goes back, steps up to an hour have bins for both times, longer ones have one
/// longer bin. Moments outside years 1 … 9999 are taken as the nearest one inside.
///
/// Pure.
/// \thread that of \a calendar
/// \pre first <= last, maxBins >= 1
[[nodiscard]] CalendarBins calendarBins(UtcMicros first, UtcMicros last, int maxBins,
                                        const Filter::ZoneCalendar &calendar);

} // namespace Trailglass
