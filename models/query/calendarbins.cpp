// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/calendarbins.h"

#include "models/filter/floordivide.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace Trailglass {

namespace {

constexpr UtcMicros Earliest{-62'135'596'800'000'000}; ///< 0001-01-01
constexpr UtcMicros Latest{253'402'300'799'999'999}; ///< the end of 9999
constexpr qint64 Week = 7 * UtcMicros::PerDay;
/// 1970-01-01 was a Thursday.
constexpr qint64 FirstMonday = -3 * UtcMicros::PerDay;
constexpr qint64 ShortestMonth = 28 * UtcMicros::PerDay;

constexpr CalendarStep seconds(qint64 count)
{
    return {count * UtcMicros::PerSecond, 0};
}
constexpr CalendarStep years(int count)
{
    return {0, 12 * count};
}

constexpr std::array Steps{seconds(1),
                           seconds(5),
                           seconds(15),
                           seconds(30),
                           seconds(60),
                           seconds(5 * 60),
                           seconds(15 * 60),
                           seconds(30 * 60),
                           CalendarStep{UtcMicros::PerHour, 0},
                           CalendarStep{3 * UtcMicros::PerHour, 0},
                           CalendarStep{6 * UtcMicros::PerHour, 0},
                           CalendarStep{12 * UtcMicros::PerHour, 0},
                           CalendarStep{UtcMicros::PerDay, 0},
                           CalendarStep{Week, 0},
                           CalendarStep{0, 1},
                           CalendarStep{0, 3},
                           CalendarStep{0, 6},
                           years(1),
                           years(2),
                           years(5),
                           years(10),
                           years(20),
                           years(50),
                           years(100),
                           years(200),
                           years(500),
                           years(1'000),
                           years(2'000),
                           years(5'000),
                           years(10'000)};

/// Round local times, by number. "Local" as of ZoneCalendar.
class Grid
{
public:
    explicit Grid(const CalendarStep &step)
        : m_step(step)
        , m_origin(step.micros == Week ? FirstMonday : 0)
    {
    }

    [[nodiscard]] UtcMicros at(qint64 number) const
    {
        if (m_step.months == 0)
            return {m_origin + number * m_step.micros};
        using namespace std::chrono;
        const qint64 month = number * m_step.months;
        const qint64 year = Filter::floorDivide(month, 12);
        const sys_days day = std::chrono::year(static_cast<int>(year))
            / std::chrono::month(static_cast<unsigned>(month - year * 12 + 1)) / std::chrono::day(1);
        return {day.time_since_epoch().count() * UtcMicros::PerDay};
    }

    /// The last one that is not after \a local.
    [[nodiscard]] qint64 before(UtcMicros local) const
    {
        if (m_step.months == 0)
            return Filter::floorDivide(local.value - m_origin, m_step.micros);
        const std::chrono::sys_days day(
            std::chrono::days(Filter::floorDivide(local.value, UtcMicros::PerDay)));
        const std::chrono::year_month_day date(day);
        const qint64 month =
            qint64(12) * static_cast<int>(date.year()) + static_cast<unsigned>(date.month()) - 1;
        return Filter::floorDivide(month, m_step.months);
    }

    /// Whether bins of this step are separate where the local time repeats.
    [[nodiscard]] bool repeats() const { return m_step.months == 0 && m_step.micros <= UtcMicros::PerHour; }

    /// Less than it is from one time to the next, anywhere.
    [[nodiscard]] qint64 shortest() const
    {
        return m_step.months == 0 ? m_step.micros : m_step.months * ShortestMonth;
    }

private:
    CalendarStep m_step;
    qint64 m_origin;
};

/// \returns nothing when there would be more than \a maxBins bins
std::vector<UtcMicros> divide(UtcMicros first, UtcMicros last, const Grid &grid, int maxBins,
                              const Filter::ZoneCalendar &calendar)
{
    std::vector<UtcMicros> boundaries;
    int inside = 0;
    for (qint64 number = grid.before(calendar.toLocal(first));; ++number) {
        const UtcMicros local = grid.at(number);
        const auto windows = calendar.whenLocal(local, local + 1);
        for (const TimeWindow &window : windows) {
            const UtcMicros time = *window.from;
            // All times that a clock skips are the moment it does so.
            if (boundaries.empty() || time != boundaries.back()) {
                boundaries.push_back(time);
                inside += time > first && time <= last ? 1 : 0;
            }
            if (!grid.repeats())
                break;
        }
        if (inside >= maxBins)
            return {};
        if (*windows.front().from > last)
            break;
    }
    // The second pass of an hour was found along with the first.
    std::ranges::sort(boundaries);
    boundaries.erase(boundaries.begin(), std::prev(std::ranges::upper_bound(boundaries, first)));
    boundaries.erase(std::next(std::ranges::upper_bound(boundaries, last)), boundaries.end());
    return boundaries;
}

} // namespace

CalendarBins calendarBins(UtcMicros first, UtcMicros last, int maxBins, const Filter::ZoneCalendar &calendar)
{
    first = std::clamp(first, Earliest, Latest);
    last = std::clamp(last, first, Latest);
    for (const CalendarStep &step : Steps) {
        const Grid grid(step);
        // An hour may be missing from it; then it is tried in vain.
        if ((last - first) / grid.shortest() > qint64(maxBins) * 2)
            continue;
        auto boundaries = divide(first, last, grid, maxBins, calendar);
        if (!boundaries.empty())
            return {step, std::move(boundaries)};
    }
    return {Steps.back(), {first, last + 1}};
}

} // namespace Trailglass
