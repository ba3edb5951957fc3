// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/zonecalendar.h"

namespace Trailglass {

/// The shown time made \a factor as long around a moment, which stays where it is on the screen, with ends at
/// round times on the wall.
///
/// \param shown  bounded, not empty
/// \param factor  below 1 shows less, above it more
/// \returns at least a second and within years 1 … 9999; \a shown where it would not get shorter. Pure.
/// \thread that of \a calendar
[[nodiscard]] TimeWindow zoomed(const TimeWindow &shown, UtcMicros around, double factor,
                                const Filter::ZoneCalendar &calendar);

} // namespace Trailglass
