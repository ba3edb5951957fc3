// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/edits.h"
#include "models/filter/zonecalendar.h"

#include <span>

namespace Trailglass::Filter {

/// Filters for what else there is about an event. Pure.
/// \thread any

/// Every event from \a distance before \a time to as long after it, in whole minutes of the zone.
/// \param distance  µs, at least a minute
/// \param calendar  of the display zone; used on the caller's thread
[[nodiscard]] NodePointer aroundTime(UtcMicros time, qint64 distance, const ZoneCalendar &calendar);

/// Events of which one of the fields contains the text, ignoring case.
/// \param fields  `created` and `received` are left out: a time is no text
/// \param text  not empty
/// \returns null when no field is left
[[nodiscard]] NodePointer containing(std::span<const FieldReference> fields, const std::string &text);

/// Events at \a time or later.
[[nodiscard]] NodePointer sinceTime(UtcMicros time);
/// Events before \a time.
[[nodiscard]] NodePointer beforeTime(UtcMicros time);

/// Both must be true.
[[nodiscard]] NodePointer both(const NodePointer &left, const NodePointer &right);

} // namespace Trailglass::Filter
