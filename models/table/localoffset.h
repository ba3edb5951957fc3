// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/zonecalendar.h"

#include <QString>

namespace Trailglass {

/// ` +02:00` where the local time at \a time comes twice, as at the end of summer time; else nothing. After a local
/// time it tells the two apart. Pure.
/// \thread that of \a calendar
[[nodiscard]] QString offsetIfRepeated(UtcMicros time, const Filter::ZoneCalendar &calendar);

} // namespace Trailglass
