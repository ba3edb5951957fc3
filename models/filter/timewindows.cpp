// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/timewindows.h"

#include "models/core/result.h"
#include "models/filter/querycontext.h"
#include "models/filter/rangeorder.h"
#include "models/filter/timetext.h"
#include "models/filter/zonecalendar.h"

#include <algorithm>

namespace Trailglass::Filter {

namespace {

using Windows = std::vector<TimeWindow>;

constexpr UtcMicros EarliestTime{-1'000'000'000'000'000'000}; // before any calendar time

UtcMicros before(UtcMicros now, const TimeValue::Relative &relative)
{
    const qint64 unit = relative.unit == TimeValue::Unit::Day ? UtcMicros::PerDay
        : relative.unit == TimeValue::Unit::Hour              ? UtcMicros::PerHour
                                                              : UtcMicros::PerMinute;
    qint64 distance = 0;
    qint64 time = 0;
    if (qMulOverflow(static_cast<qint64>(relative.amount), unit, &distance)
        || qSubOverflow(now.value, distance, &time))
        return EarliestTime;
    return std::max(EarliestTime, UtcMicros{time});
}

TimeWindow instant(UtcMicros time)
{
    return {time, time + 1};
}

Windows ofDay(TimeValue::Day day, UtcMicros now, const ZoneCalendar &calendar)
{
    constexpr qint64 Day = UtcMicros::PerDay;
    const qint64 local = calendar.toLocal(now).value;
    const UtcMicros today{local - ((local % Day) + Day) % Day};
    const UtcMicros start = day == TimeValue::Day::Today ? today : today - Day;
    return calendar.whenLocal(start, start + Day);
}

Windows ofCalendar(const TimeValue::Absolute &absolute, const ZoneCalendar &calendar)
{
    const auto parsed = parseCalendarTime(absolute.text);
    const auto *time = std::get_if<CalendarTime>(&parsed);
    if (!time)
        return {};
    if (!time->offset)
        return calendar.whenLocal(time->localStart(), time->localEnd());
    return {{time->localStart() - *time->offset, time->localEnd() - *time->offset}};
}

/// The interval of a time, as windows in order; empty only for a calendar text that the parser rejects.
Windows extent(const TimeValue &value, UtcMicros now, const ZoneCalendar &calendar)
{
    if (const auto *absolute = std::get_if<TimeValue::Absolute>(&value.when))
        return ofCalendar(*absolute, calendar);
    if (const auto *day = std::get_if<TimeValue::Day>(&value.when))
        return ofDay(*day, now, calendar);
    return {instant(before(now, std::get<TimeValue::Relative>(value.when)))};
}

Windows compare(Comparison comparison, const TimeValue &value, UtcMicros now, const ZoneCalendar &calendar)
{
    const Windows whole = extent(value, now, calendar);
    if (whole.empty())
        return {};
    switch (comparison) {
    case Comparison::Greater:
        return {{whole.back().to, {}}};
    case Comparison::GreaterOrEqual:
        return {{whole.front().from, {}}};
    case Comparison::Less:
        return {{{}, whole.front().from}};
    case Comparison::LessOrEqual:
        return {{{}, whole.back().to}};
    case Comparison::Matches:
    case Comparison::Exactly:
    case Comparison::Contains:
        break;
    }
    // `-7d` alone: from then until now.
    if (std::holds_alternative<TimeValue::Relative>(value.when))
        return {{whole.front().from, now + 1}};
    return whole;
}

bool isEmpty(const TimeWindow &window)
{
    return window.from && window.to && *window.from >= *window.to;
}

Result<Windows> between(const RangeOf<TimeValue> &range, UtcMicros now, const ZoneCalendar &calendar)
{
    TimeWindow window;
    if (range.from) {
        const Windows from = extent(*range.from, now, calendar);
        if (from.empty())
            return Windows();
        window.from = from.front().from;
    }
    if (range.to) {
        const Windows to = extent(*range.to, now, calendar);
        if (to.empty())
            return Windows();
        window.to = to.back().to;
    }
    // A range in order may still be empty: between two local times that are skipped.
    const RangeOrder order = orderOf(range);
    if (order == RangeOrder::Falling || (order == RangeOrder::Undecided && isEmpty(window)))
        return Error{ErrorKind::Usage, sentence(fallingRange(range))};
    return Windows{window};
}

} // namespace

std::vector<TimeWindow> joined(std::vector<TimeWindow> windows)
{
    std::erase_if(windows, isEmpty);
    std::ranges::sort(windows, {}, &TimeWindow::from); // no start sorts before every start
    Windows result;
    for (const TimeWindow &window : windows) {
        if (result.empty() || (result.back().to && window.from && *window.from > *result.back().to))
            result.push_back(window);
        else if (result.back().to && (!window.to || *window.to > *result.back().to))
            result.back().to = window.to;
    }
    return result;
}

Result<std::vector<TimeWindow>> resolveTime(Comparison comparison, const Value &value, UtcMicros now,
                                            const ZoneCalendar &calendar)
{
    if (const auto *time = std::get_if<TimeValue>(&value))
        return compare(comparison, *time, now, calendar);
    if (const auto *range = std::get_if<RangeOf<TimeValue>>(&value))
        return between(*range, now, calendar);
    if (std::holds_alternative<PresentValue>(value))
        return Windows{TimeWindow{}};
    return Windows();
}

Result<std::vector<TimeWindow>> resolveTimes(const Term &term, const QueryContext &context)
{
    TRY(auto calendar, ZoneCalendar::open(context.displayZone));
    Windows windows;
    for (const Value &value : term.values) {
        TRY(const auto some, resolveTime(term.comparison, value, context.now, calendar));
        windows.insert(windows.end(), some.begin(), some.end());
    }
    return joined(std::move(windows));
}

} // namespace Trailglass::Filter
