// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/core/utcmicros.h"

#include <QString>

#include <optional>

namespace Trailglass {
struct QueryContext;
}

namespace Trailglass::Filter {

/// The time that somebody typed, in the words of the filter language: `2026-11-20 09:15` (that minute),
/// `yesterday` (that day), `-2h` (that moment), with a zone or in the display zone; or a time of day alone. Pure.
/// \param day  any moment of the day that a time of day is on, in the display zone; nothing: today
/// \thread any
/// \returns an interval with both ends
/// \error Usage for anything else, a range included, with a sentence; also for a time of day that the clock skips on its day
[[nodiscard]] Result<TimeWindow> typedTime(const QString &text, const QueryContext &context,
                                           const std::optional<UtcMicros> &day = {});

/// Whether \a text is a time of day without a date, `23:12` or `9:15:30.5`: what typedTime() makes of it depends on the day,
/// and so does whether there is such a time. Pure.
/// \thread any
[[nodiscard]] bool isTimeOfDay(const QString &text);

} // namespace Trailglass::Filter
