// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/workcalendar.h"

namespace Trailglass::Support {

namespace {

/// Whole days since 1970-01-01, a Thursday.
qint64 dayNumber(UtcMicros time)
{
    const qint64 day = time.value / UtcMicros::PerDay;
    return time.value % UtcMicros::PerDay < 0 ? day - 1 : day;
}

int weekday(qint64 day) // 0 is Monday
{
    return static_cast<int>(((day + 3) % 7 + 7) % 7);
}

} // namespace

UtcMicros WorkCalendar::moment(Random &random, const Person &person) const
{
    UtcMicros time = candidate(random, person);
    while (time < start() || time >= m_end)
        time = candidate(random, person);
    return time;
}

UtcMicros WorkCalendar::candidate(Random &random, const Person &person) const
{
    const qint64 day = dayNumber(start()) + random.below(Days + 1);
    const UtcMicros midnight{day * UtcMicros::PerDay};
    if (person.kind == Person::Kind::ServiceAccount) {
        // A statement each: compilers differ in the order in which they evaluate operands.
        const qint64 sinceTheHour = random.below(20 * UtcMicros::PerMinute);
        const qint64 hour = random.between(1, 4);
        return midnight + UtcMicros::PerHour * hour + sinceTheHour;
    }

    constexpr int WeekendPerThousand = 40;
    if (weekday(day) >= 5 && !random.chance(WeekendPerThousand))
        return UtcMicros{m_end}; // not a moment of the quarter: drawn again
    constexpr int EveningPerThousand = 30;
    // The sum of two even chances is busiest in the middle: from 8:00 to 18:30, most around 13:15.
    const qint64 sinceMidnight = random.chance(EveningPerThousand)
        ? UtcMicros::PerHour * 20 + random.below(3 * UtcMicros::PerHour)
        : UtcMicros::PerHour * 8 + random.below(315 * UtcMicros::PerMinute)
            + random.below(315 * UtcMicros::PerMinute);
    return midnight + (sinceMidnight - person.minutesFromUtc * UtcMicros::PerMinute);
}

UtcMicros WorkCalendar::saturday() const
{
    qint64 day = dayNumber(m_end) - 9;
    while (weekday(day) != 5)
        --day;
    return UtcMicros{day * UtcMicros::PerDay};
}

} // namespace Trailglass::Support
