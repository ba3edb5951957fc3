// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/timetext.h"

#include <algorithm>
#include <charconv>

namespace Trailglass::Filter {

namespace {

constexpr std::size_t MaxAmountDigits = 9;

bool isTimeDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool equalsIgnoringCase(std::string_view text, std::string_view lowerCase)
{
    return std::ranges::equal(text, lowerCase, [](char left, char right) {
        return (left >= 'A' && left <= 'Z' ? left + ('a' - 'A') : left) == right;
    });
}

/// Reads a calendar text from left to right.
class CalendarReader
{
public:
    explicit CalendarReader(std::string_view text)
        : m_text(text)
    {
    }

    std::variant<CalendarTime, TimeProblem> read()
    {
        const bool wellFormed = readDate() && m_text.empty();
        if (!wellFormed)
            return TimeProblem::NotATime;
        const bool exists = m_exists && fromCivil(m_time.start);
        return exists ? std::variant<CalendarTime, TimeProblem>(m_time) : TimeProblem::NoSuchDate;
    }

private:
    using Precision = CalendarTime::Precision;

    bool readDate()
    {
        if (!number(4, m_time.start.year))
            return false;
        m_time.precision = Precision::Year;
        if (!take("-"))
            return true;
        m_time.precision = Precision::Month;
        if (!number(2, m_time.start.month))
            return false;
        if (!take("-"))
            return true;
        m_time.precision = Precision::Day;
        if (!number(2, m_time.start.day))
            return false;
        return !take("Tt ") || readClock();
    }

    bool readClock()
    {
        m_time.precision = Precision::Hour;
        if (!number(2, m_time.start.hour))
            return false;
        if (take(":")) {
            m_time.precision = Precision::Minute;
            if (!number(2, m_time.start.minute))
                return false;
            if (take(":") && !readSeconds())
                return false;
        }
        return m_text.empty() || readZone();
    }

    bool readSeconds()
    {
        m_time.precision = Precision::Instant;
        if (!number(2, m_time.start.second))
            return false;
        if (m_time.start.second == 60)
            m_time.start.second = 59;
        if (!take(".,"))
            return true;
        const auto end = std::ranges::find_if_not(m_text, isTimeDigit);
        std::string digits(m_text.begin(), end);
        m_text.remove_prefix(digits.size());
        const bool any = !digits.empty();
        digits.resize(6, '0');
        std::from_chars(digits.data(), digits.data() + digits.size(), m_time.start.micros);
        return any;
    }

    bool readZone()
    {
        if (take("Zz")) {
            m_time.offset = 0;
            return true;
        }
        const bool west = m_text.starts_with('-');
        int hours = 0;
        int minutes = 0;
        if (!take("+-") || !number(2, hours))
            return false;
        const bool colon = take(":");
        if ((colon || !m_text.empty()) && !number(2, minutes))
            return false;
        m_exists = m_exists && hours < 24 && minutes < 60;
        const qint64 offset = hours * UtcMicros::PerHour + minutes * UtcMicros::PerMinute;
        m_time.offset = west ? -offset : offset;
        return true;
    }

    bool take(std::string_view anyOf)
    {
        if (m_text.empty() || anyOf.find(m_text.front()) == std::string_view::npos)
            return false;
        m_text.remove_prefix(1);
        return true;
    }

    bool number(std::size_t digits, int &out)
    {
        if (m_text.size() < digits || !std::ranges::all_of(m_text.substr(0, digits), isTimeDigit))
            return false;
        std::from_chars(m_text.data(), m_text.data() + digits, out);
        m_text.remove_prefix(digits);
        return true;
    }

    std::string_view m_text;
    CalendarTime m_time;
    bool m_exists = true;
};

/// `7d` after a minus.
std::optional<TimeValue::Relative> parseAmount(std::string_view text)
{
    TimeValue::Relative relative;
    if (text.size() < 2 || text.size() > MaxAmountDigits + 1
        || !std::ranges::all_of(text.substr(0, text.size() - 1), isTimeDigit))
        return std::nullopt;
    std::from_chars(text.data(), text.data() + text.size() - 1, relative.amount);
    switch (text.back()) {
    case 'd':
        relative.unit = TimeValue::Unit::Day;
        return relative;
    case 'h':
        relative.unit = TimeValue::Unit::Hour;
        return relative;
    case 'm':
        relative.unit = TimeValue::Unit::Minute;
        return relative;
    default:
        return std::nullopt;
    }
}

std::optional<TimeValue::Relative> parseRelative(std::string_view text)
{
    constexpr std::string_view Now = "now";
    const bool fromNow = equalsIgnoringCase(text.substr(0, Now.size()), Now);
    if (fromNow)
        text.remove_prefix(Now.size());
    if (fromNow && text.empty())
        return TimeValue::Relative{0, TimeValue::Unit::Day, true};
    if (!text.starts_with('-'))
        return std::nullopt;
    auto relative = parseAmount(text.substr(1));
    if (!relative)
        return std::nullopt;
    relative->fromNow = fromNow;
    if (fromNow && relative->amount == 0)
        relative->unit = TimeValue::Unit::Day; // prints as `now`
    return relative;
}

std::string canonicalCalendarText(std::string_view text)
{
    std::string canonical(text);
    for (char &c : canonical) {
        if (c == ' ' || c == 't')
            c = 'T';
        else if (c == 'z')
            c = 'Z';
        else if (c == ',')
            c = '.';
    }
    return canonical;
}

} // namespace

UtcMicros CalendarTime::localStart() const
{
    return *fromCivil(start);
}

UtcMicros CalendarTime::localEnd() const
{
    const UtcMicros first = localStart();
    switch (precision) {
    case Precision::Year:
        return *fromCivil({start.year, 12, 31}) + UtcMicros::PerDay;
    case Precision::Month:
        return start.month == 12 ? *fromCivil({start.year, 12, 31}) + UtcMicros::PerDay
                                 : *fromCivil({start.year, start.month + 1, 1});
    case Precision::Day:
        return first + UtcMicros::PerDay;
    case Precision::Hour:
        return first + UtcMicros::PerHour;
    case Precision::Minute:
        return first + UtcMicros::PerMinute;
    case Precision::Instant:
        break;
    }
    return first + 1;
}

std::variant<CalendarTime, TimeProblem> parseCalendarTime(std::string_view text)
{
    return CalendarReader(text).read();
}

std::variant<TimeValue, TimeProblem> parseTimeValue(std::string_view text)
{
    if (equalsIgnoringCase(text, "today"))
        return TimeValue{TimeValue::Day::Today};
    if (equalsIgnoringCase(text, "yesterday"))
        return TimeValue{TimeValue::Day::Yesterday};
    if (const auto relative = parseRelative(text))
        return TimeValue{*relative};
    const auto calendar = parseCalendarTime(text);
    if (const auto *problem = std::get_if<TimeProblem>(&calendar))
        return *problem;
    return TimeValue{TimeValue::Absolute{canonicalCalendarText(text)}};
}

std::string timeText(const TimeValue &value)
{
    if (const auto *absolute = std::get_if<TimeValue::Absolute>(&value.when))
        return absolute->text;
    if (const auto *day = std::get_if<TimeValue::Day>(&value.when))
        return *day == TimeValue::Day::Today ? "today" : "yesterday";
    const auto &relative = std::get<TimeValue::Relative>(value.when);
    std::string text = relative.fromNow ? "now" : "";
    if (relative.fromNow && relative.amount == 0)
        return text;
    text += '-';
    text += std::to_string(relative.amount);
    text += relative.unit == TimeValue::Unit::Day ? 'd' : relative.unit == TimeValue::Unit::Hour ? 'h' : 'm';
    return text;
}

std::optional<UtcMicros> vendorMoment(std::string_view text)
{
    if (const auto time = parseTime(text))
        return time;
    const auto calendar = parseCalendarTime(text);
    const auto *time = std::get_if<CalendarTime>(&calendar);
    if (!time || time->precision == CalendarTime::Precision::Year)
        return std::nullopt;
    return time->localStart() - time->offset.value_or(0);
}

} // namespace Trailglass::Filter
