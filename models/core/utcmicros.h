// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace Trailglass {

/// A moment: microseconds since 1970-01-01T00:00:00Z, without leap seconds. Negative before 1970.
struct UtcMicros
{
    qint64 value = 0;

    friend constexpr auto operator<=>(UtcMicros, UtcMicros) = default;

    static constexpr qint64 PerSecond = 1'000'000;
    static constexpr qint64 PerMinute = 60 * PerSecond;
    static constexpr qint64 PerHour = 60 * PerMinute;
    static constexpr qint64 PerDay = 24 * PerHour;

    friend constexpr UtcMicros operator+(UtcMicros time, qint64 micros) { return {time.value + micros}; }
    friend constexpr UtcMicros operator-(UtcMicros time, qint64 micros) { return {time.value - micros}; }
    friend constexpr qint64 operator-(UtcMicros left, UtcMicros right) { return left.value - right.value; }
};

/// A half-open interval [from, to). A missing end is unbounded.
struct TimeWindow
{
    std::optional<UtcMicros> from; ///< inclusive
    std::optional<UtcMicros> to; ///< exclusive

    [[nodiscard]] bool contains(UtcMicros time) const
    {
        return (!from || time >= *from) && (!to || time < *to);
    }
    friend bool operator==(const TimeWindow &, const TimeWindow &) = default;
};

/// Calendar parts of a moment in UTC (proleptic Gregorian).
struct CivilTime
{
    int year = 1970; ///< 1 … 9999
    int month = 1; ///< 1 … 12
    int day = 1; ///< 1 … 31
    int hour = 0; ///< 0 … 23
    int minute = 0;
    int second = 0; ///< 0 … 59
    int micros = 0; ///< 0 … 999,999
};

/// \returns nothing when a part is outside its range or the day does not exist (2026-02-30)
[[nodiscard]] std::optional<UtcMicros> fromCivil(const CivilTime &civil);
[[nodiscard]] CivilTime toCivil(UtcMicros time);

/// Parses RFC 3339 and common variants (listed below), truncating to microseconds.
///
/// Date and time joined by `T`, `t` or one space; hours and minutes, optional seconds, which may have a `.`
/// or `,` and any number of fraction digits from one; then `Z`, `z`, an offset (`+05:30`, `+0530`, `+05`) or
/// nothing, which is taken as UTC. Digits beyond the sixth are cut off, never rounded, so a time never moves
/// into another second. Second 60 reads as second 59 of the same minute with its fraction. Surrounding spaces
/// are not accepted.
///
/// \returns nothing when the text is anything else, a date alone included, or the moment is outside years 1 …
/// 9999 UTC
/// \thread any; depends neither on locale nor on the machine's zone
[[nodiscard]] std::optional<UtcMicros> parseTime(std::string_view text);

/// `2026-11-20T09:15:00.123456Z`: always six digits and Z, always 27 characters. parseTime() reads it back.
///
/// A moment outside years 1 … 9999 prints as the nearest one inside.
[[nodiscard]] std::string formatTime(UtcMicros time);

} // namespace Trailglass
