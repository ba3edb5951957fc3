// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"

#include <QStringList>

class QTimeZone;

namespace Trailglass {

/// A moment to the second with its zone, for people: `2026-11-20 09:15:00 UTC`. Cut off, never rounded.
[[nodiscard]] QString exactTime(UtcMicros time, const QTimeZone &zone);

/// How long ago, in words: "just now", "12 minutes ago", "3 days ago". A moment more than a month ago, or in
/// the future, is its date in \a zone.
[[nodiscard]] QString timeAgo(UtcMicros time, UtcMicros now, const QTimeZone &zone);

/// How long from now, in words: "now", "in 12 minutes", "in 3 hours". A moment more than a day away is its date and time
/// to the minute in \a zone.
[[nodiscard]] QString timeUntil(UtcMicros time, UtcMicros now, const QTimeZone &zone);

/// How long ago, where there is little room: "now", "12 min", "3 h", "5 d".
[[nodiscard]] QString shortAge(UtcMicros time, UtcMicros now);

/// Every text that shortAge() has for an age below a hundred days: for room that stays as it is while a moment gets older.
[[nodiscard]] QStringList shortAges();

} // namespace Trailglass
