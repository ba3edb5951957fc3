// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/utcmicros.h"

#include <algorithm>
#include <array>

namespace Trailglass {

namespace {

constexpr int MonthsAYear = 12;
constexpr qint64 DaysAnEra = 146'097; // 400 Gregorian years
constexpr qint64 DaysToEpoch = 719'468; // 0000-03-01 … 1970-01-01
constexpr UtcMicros FirstMoment{-62'135'596'800 * UtcMicros::PerSecond}; // 0001-01-01T00:00:00Z
constexpr UtcMicros EndOfMoments{253'402'300'800 * UtcMicros::PerSecond}; // 10000-01-01T00:00:00Z

constexpr bool isLeapYear(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr int daysInMonth(int year, int month)
{
    constexpr std::array<int, MonthsAYear> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

// Howard Hinnant's days_from_civil: counting years from March makes the leap day the last of its year.
constexpr qint64 daysFromCivil(int year, int month, int day)
{
    const qint64 marchYear = month <= 2 ? year - 1 : year;
    const qint64 era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400;
    const qint64 yearOfEra = marchYear - era * 400;
    const qint64 dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const qint64 dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * DaysAnEra + dayOfEra - DaysToEpoch;
}

static_assert(daysFromCivil(1970, 1, 1) == 0);
static_assert(daysFromCivil(1, 1, 1) * UtcMicros::PerDay == FirstMoment.value);
static_assert(daysFromCivil(10'000, 1, 1) * UtcMicros::PerDay == EndOfMoments.value);

// Eats a text from the left; every step says whether it found what it looked for.
class Scanner
{
public:
    explicit Scanner(std::string_view text)
        : m_next(text.data())
        , m_end(text.data() + text.size())
    {
    }

    bool atEnd() const { return m_next == m_end; }
    char peek() const { return atEnd() ? '\0' : *m_next; }

    bool take(char wanted)
    {
        if (peek() != wanted || atEnd())
            return false;
        ++m_next;
        return true;
    }

    bool takeDigits(int count, int &value)
    {
        if (m_end - m_next < count)
            return false;
        int number = 0;
        for (int index = 0; index < count; ++index) {
            if (!isDigit(m_next[index]))
                return false;
            number = number * 10 + (m_next[index] - '0');
        }
        m_next += count;
        value = number;
        return true;
    }

    // One digit or more; those after the sixth are cut off.
    bool takeFraction(int &micros)
    {
        int unit = 100'000;
        int number = 0;
        const char *start = m_next;
        for (; !atEnd() && isDigit(*m_next); ++m_next, unit /= 10)
            number += (*m_next - '0') * unit;
        micros = number;
        return m_next != start;
    }

private:
    static bool isDigit(char character) { return character >= '0' && character <= '9'; }

    const char *m_next;
    const char *m_end;
};

bool takeDate(Scanner &scanner, CivilTime &civil)
{
    return scanner.takeDigits(4, civil.year) && scanner.take('-') && scanner.takeDigits(2, civil.month)
        && scanner.take('-') && scanner.takeDigits(2, civil.day);
}

bool takeTimeOfDay(Scanner &scanner, CivilTime &civil)
{
    if (!scanner.takeDigits(2, civil.hour) || !scanner.take(':') || !scanner.takeDigits(2, civil.minute))
        return false;
    if (!scanner.take(':'))
        return true;
    if (!scanner.takeDigits(2, civil.second))
        return false;
    // A leap second has no place on this scale: it repeats the second before it.
    if (civil.second == 60)
        civil.second = 59;
    return (!scanner.take('.') && !scanner.take(',')) || scanner.takeFraction(civil.micros);
}

bool takeOffset(Scanner &scanner, qint64 &micros)
{
    const char sign = scanner.peek();
    if (scanner.atEnd() || scanner.take('Z') || scanner.take('z'))
        return true;
    if (!scanner.take('+') && !scanner.take('-'))
        return false;
    int hours = 0;
    int minutes = 0;
    if (!scanner.takeDigits(2, hours))
        return false;
    if (!scanner.atEnd()) {
        scanner.take(':');
        if (!scanner.takeDigits(2, minutes))
            return false;
    }
    micros = hours * UtcMicros::PerHour + minutes * UtcMicros::PerMinute;
    if (sign == '-')
        micros = -micros;
    return hours <= 23 && minutes <= 59;
}

void writeDigits(char *end, int count, int value)
{
    for (; count > 0; --count, value /= 10)
        *--end = static_cast<char>('0' + value % 10);
}

} // namespace

std::optional<UtcMicros> fromCivil(const CivilTime &civil)
{
    const bool valid = civil.year >= 1 && civil.year <= 9999 && civil.month >= 1 && civil.month <= MonthsAYear
        && civil.day >= 1 && civil.day <= daysInMonth(civil.year, civil.month) && civil.hour >= 0
        && civil.hour <= 23 && civil.minute >= 0 && civil.minute <= 59 && civil.second >= 0
        && civil.second <= 59 && civil.micros >= 0 && civil.micros < UtcMicros::PerSecond;
    if (!valid)
        return std::nullopt;
    return UtcMicros{daysFromCivil(civil.year, civil.month, civil.day) * UtcMicros::PerDay
                     + civil.hour * UtcMicros::PerHour + civil.minute * UtcMicros::PerMinute
                     + civil.second * UtcMicros::PerSecond + civil.micros};
}

CivilTime toCivil(UtcMicros time)
{
    qint64 day = time.value / UtcMicros::PerDay;
    qint64 rest = time.value % UtcMicros::PerDay;
    if (rest < 0) {
        rest += UtcMicros::PerDay;
        --day;
    }
    day += DaysToEpoch;
    const qint64 era = (day >= 0 ? day : day - (DaysAnEra - 1)) / DaysAnEra;
    const qint64 dayOfEra = day - era * DaysAnEra;
    const qint64 yearOfEra =
        (dayOfEra - dayOfEra / 1'460 + dayOfEra / 36'524 - dayOfEra / (DaysAnEra - 1)) / 365;
    const qint64 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const qint64 marchMonth = (5 * dayOfYear + 2) / 153;
    const qint64 month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
    return {.year = static_cast<int>(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)),
            .month = static_cast<int>(month),
            .day = static_cast<int>(dayOfYear - (153 * marchMonth + 2) / 5 + 1),
            .hour = static_cast<int>(rest / UtcMicros::PerHour),
            .minute = static_cast<int>(rest % UtcMicros::PerHour / UtcMicros::PerMinute),
            .second = static_cast<int>(rest % UtcMicros::PerMinute / UtcMicros::PerSecond),
            .micros = static_cast<int>(rest % UtcMicros::PerSecond)};
}

std::optional<UtcMicros> parseTime(std::string_view text)
{
    Scanner scanner(text);
    CivilTime civil;
    if (!takeDate(scanner, civil) || (!scanner.take('T') && !scanner.take(' ') && !scanner.take('t'))
        || !takeTimeOfDay(scanner, civil))
        return std::nullopt;
    qint64 offset = 0;
    if (!takeOffset(scanner, offset) || !scanner.atEnd())
        return std::nullopt;
    const std::optional<UtcMicros> local = fromCivil(civil);
    if (!local)
        return std::nullopt;
    const UtcMicros time = *local - offset;
    if (time < FirstMoment || time >= EndOfMoments)
        return std::nullopt;
    return time;
}

std::string formatTime(UtcMicros time)
{
    // Outside four-digit years there is no such text; the nearest moment that has one stands for it.
    const CivilTime civil = toCivil(std::clamp(time, FirstMoment, EndOfMoments - 1));
    std::string text = "0000-00-00T00:00:00.000000Z";
    char *digits = text.data();
    writeDigits(digits + 4, 4, civil.year);
    writeDigits(digits + 7, 2, civil.month);
    writeDigits(digits + 10, 2, civil.day);
    writeDigits(digits + 13, 2, civil.hour);
    writeDigits(digits + 16, 2, civil.minute);
    writeDigits(digits + 19, 2, civil.second);
    writeDigits(digits + 26, 6, civil.micros);
    return text;
}

} // namespace Trailglass
