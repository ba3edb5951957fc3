// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <optional>
#include <string_view>
#include <variant>

namespace Trailglass::Filter {

/// Why a text is not a time in the filter language.
enum class TimeProblem
{
    NotATime,
    NoSuchDate, ///< the form is right, but there is no such day, hour or minute
};

/// Parses `2026-11-20T09:15`, `-7d`, `now-1h`, `today` …
/// \thread any
[[nodiscard]] std::variant<TimeValue, TimeProblem> parseTimeValue(std::string_view text);

/// The text that parseTimeValue() parses as the same value.
[[nodiscard]] std::string timeText(const TimeValue &value);

/// A parsed calendar text.
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

    /// The first moment after it, as if it were UTC.
    [[nodiscard]] UtcMicros localEnd() const;
    [[nodiscard]] UtcMicros localStart() const;
};

/// Fractions of a second are truncated to six digits; second 60 reads as 59.
[[nodiscard]] std::variant<CalendarTime, TimeProblem> parseCalendarTime(std::string_view text);

/// The first moment of the time in a vendor's value, as ranges over an `@path` compare it; without a zone it is
/// UTC, as everywhere in vendors' data.
/// \returns nothing for any other text, and for a year alone, which is more likely a number
[[nodiscard]] std::optional<UtcMicros> vendorMoment(std::string_view text);

} // namespace Trailglass::Filter
