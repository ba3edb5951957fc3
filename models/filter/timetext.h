// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <optional>
#include <string_view>
#include <variant>

namespace Trailglass::Filter {

/// Why a text is not a time of the filter language.
enum class TimeProblem
{
    NotATime,
    NoSuchDate, ///< written like one, but the calendar has no such day, hour or minute
};

/// Reads `2026-11-20T09:15`, `-7d`, `now-1h`, `today` … into the form it is kept in.
/// \thread any
[[nodiscard]] std::variant<TimeValue, TimeProblem> parseTimeValue(std::string_view text);

/// The text parseTimeValue() reads back as the same value.
[[nodiscard]] std::string timeText(const TimeValue &value);

/// A calendar text taken apart.
struct CalendarTime
{
    enum class Precision
    {
        Year,
        Month,
        Day,
        Hour,
        Minute,
        Instant
    };
    CivilTime start; ///< its first moment; parts that are not written are the least
    Precision precision = Precision::Instant; ///< seconds and finer are a moment, not an interval
    std::optional<qint64> offset; ///< µs east of UTC, when a zone is written

    /// The first moment behind it, as if it were UTC.
    [[nodiscard]] UtcMicros localEnd() const;
    [[nodiscard]] UtcMicros localStart() const;
};

/// Digits beyond the sixth of a second are cut off; second 60 reads as 59.
[[nodiscard]] std::variant<CalendarTime, TimeProblem> parseCalendarTime(std::string_view text);

} // namespace Trailglass::Filter
