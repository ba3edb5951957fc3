// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Any text as a time: what is read can be written and read back, lies in years 1 … 9999, agrees with the calendar of the
// standard library, and is not moved by digits after the sixth. The same of the headers of HTTP.

#include "models/core/utcmicros.h"
#include "models/filter/timetext.h"
#include "models/network/retryafter.h"
#include "tests/fuzz/fuzztarget.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

using namespace Trailglass;

using Fuzz::require;

namespace {

constexpr UtcMicros FirstMoment{-62'135'596'800 * UtcMicros::PerSecond};
constexpr UtcMicros EndOfMoments{253'402'300'800 * UtcMicros::PerSecond};
constexpr std::size_t DigitsOfDate = 10; ///< 2026-11-20
constexpr std::size_t DigitsToSecond = 19; ///< 2026-11-20T09:15:00
constexpr std::size_t DigitsToMicro = 26;

void checkMoment(UtcMicros time)
{
    require(time >= FirstMoment && time < EndOfMoments, "a time lies in years 1 to 9999");
    const std::string written = formatTime(time);
    require(written.size() == DigitsToMicro + 1, "a time has 27 characters");
    require(parseTime(written) == time, "what is written is read back");
    require(parseTime(written.substr(0, DigitsToMicro) + "999999999Z") == time,
            "digits are cut off, not rounded");
    require(fromCivil(toCivil(time)) == time, "the calendar is turned back");
}

/// Of a text that was read: the standard library's calendar makes the same moment of its digits.
void checkCalendar(std::string_view text, UtcMicros time)
{
    const auto number = [text](std::size_t first, std::size_t length) {
        int value = 0;
        for (const char digit : text.substr(first, length))
            value = value * 10 + (digit - '0');
        return value;
    };
    const std::chrono::year_month_day date{std::chrono::year(number(0, 4)),
                                           std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                           std::chrono::day(static_cast<unsigned>(number(8, 2)))};
    require(date.ok(), "there is such a day");
    const std::chrono::minutes minutes = std::chrono::sys_days(date).time_since_epoch()
        + std::chrono::hours(number(11, 2)) + std::chrono::minutes(number(14, 2));
    const qint64 written = minutes.count() * UtcMicros::PerMinute;
    // What is left is the offset, and less than a minute.
    require(std::abs(time.value - written) < 24 * UtcMicros::PerHour, "an offset is less than a day");
    const bool isUtc = text.back() == 'Z' || text.back() == 'z';
    require(!isUtc || (time.value - written >= 0 && time.value - written < UtcMicros::PerMinute),
            "the digits say the minute");
}

void checkForms(const std::string &text, UtcMicros time)
{
    std::string other = text;
    other[DigitsOfDate] = other[DigitsOfDate] == ' ' ? 'T' : ' ';
    require(parseTime(other) == time, "date and time may be joined by a space");
    if (text.find_first_of("Zz+", DigitsOfDate) == std::string::npos
        && text.find('-', DigitsOfDate) == std::string::npos)
        require(parseTime(text + "Z") == time, "no zone is UTC");
    if (text.size() > DigitsToSecond && (text[DigitsToSecond] == '.' || text[DigitsToSecond] == ',')) {
        const auto end = std::min(text.find_first_not_of("0123456789", DigitsToSecond + 1), text.size());
        const auto second = parseTime(text.substr(0, DigitsToSecond) + text.substr(end));
        require(second && time - *second >= 0 && time - *second < UtcMicros::PerSecond,
                "a fraction stays in its second");
    }
}

void checkHeaders(std::string_view text)
{
    const QByteArrayView header(text.data(), static_cast<qsizetype>(text.size()));
    if (const auto date = parseHttpDate(header)) {
        Fuzz::reached("an HTTP date");
        checkMoment(*date);
    }
    const auto wait = parseRetryAfter(header, {}, UtcMicros{1'790'000'000'000'000});
    require(!wait || wait->count() >= 0, "no one waits backwards");
    static_cast<void>(parseRetryAfter("60", header, UtcMicros{}));
    static_cast<void>(parseRetryAfter(header, header, UtcMicros{}));
}

/// The times of the filter language.
void checkTyped(std::string_view text)
{
    const auto typed = Filter::parseTimeValue(text);
    if (const auto *value = std::get_if<Filter::TimeValue>(&typed)) {
        Fuzz::reached("a typed time");
        const auto again = Filter::parseTimeValue(Filter::timeText(*value));
        require(again == typed, "a typed time is written and read back");
    }
    // An offset may lead a day out of the years.
    const auto moment = Filter::vendorMoment(text);
    require(!moment
                || (*moment >= FirstMoment - UtcMicros::PerDay && *moment < EndOfMoments + UtcMicros::PerDay),
            "a vendor's time is near years 1 to 9999");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = Fuzz::inputOf(data, size);
    const auto time = parseTime(text);
    Fuzz::reached(time ? "a time" : "no time");
    if (time) {
        checkMoment(*time);
        checkCalendar(text, *time);
        checkForms(std::string(text), *time);
    }
    checkHeaders(text);
    checkTyped(text);
    return 0;
}
