// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/zonecalendar.h"

#include <QString>

#include <vector>

namespace Trailglass {

/// A round time under a chart.
struct AxisLabel
{
    UtcMicros time;
    QString text;
};

/// Round times from \a from on and before \a to, with what the clock on the wall shows: years, months, days
/// or hours, as their distance needs. Parts that stay the same are shown once, and an hour that comes twice with its
/// offset. Pure.
///
/// \param max  the maximum number of labels
/// \thread that of \a calendar
[[nodiscard]] std::vector<AxisLabel> axisLabels(UtcMicros from, UtcMicros to, int max,
                                                const Filter::ZoneCalendar &calendar);

} // namespace Trailglass
