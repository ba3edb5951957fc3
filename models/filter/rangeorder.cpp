// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/rangeorder.h"

#include "models/core/translation.h"
#include "models/filter/decimal.h"
#include "models/filter/printer.h"
#include "models/filter/timetext.h"

namespace Trailglass::Filter {

namespace {

/// More than any zone is or was away from UTC.
constexpr qint64 MaxOffset = UtcMicros::PerDay;

RangeOrder orderIf(bool falling)
{
    return falling ? RangeOrder::Falling : RangeOrder::Rising;
}

/// In minutes, which do not overflow where microseconds would.
qint64 minutesAgo(const TimeValue::Relative &relative)
{
    constexpr qint64 MinutesPerHour = 60;
    constexpr qint64 MinutesPerDay = 24 * MinutesPerHour;
    switch (relative.unit) {
    case TimeValue::Unit::Minute:
        return relative.amount;
    case TimeValue::Unit::Hour:
        return relative.amount * MinutesPerHour;
    case TimeValue::Unit::Day:
        break;
    }
    return relative.amount * MinutesPerDay;
}

RangeOrder orderOfCalendar(const TimeValue::Absolute &first, const TimeValue::Absolute &last)
{
    const auto parsedFirst = parseCalendarTime(first.text);
    const auto parsedLast = parseCalendarTime(last.text);
    const auto *from = std::get_if<CalendarTime>(&parsedFirst);
    const auto *to = std::get_if<CalendarTime>(&parsedLast);
    if (!from || !to)
        return RangeOrder::Undecided;
    const qint64 length =
        (to->localEnd() - to->offset.value_or(0)) - (from->localStart() - from->offset.value_or(0));
    const bool sameZone = from->offset.has_value() == to->offset.has_value();
    if (!sameZone && std::abs(length) <= MaxOffset)
        return RangeOrder::Undecided;
    return orderIf(length <= 0);
}

template <class End>
SyntaxError fallingRangeOf(const RangeOf<End> &range)
{
    return {0, 0, Trailglass::tr("“%1” ends before it starts.").arg(valueText(range)),
            valueText(RangeOf<End>{range.to, range.from})};
}

} // namespace

RangeOrder orderOf(const RangeOf<TimeValue> &range)
{
    if (!range.from || !range.to)
        return RangeOrder::Rising;
    const auto &first = range.from->when;
    const auto &last = range.to->when;
    if (first.index() != last.index())
        return RangeOrder::Undecided;
    if (const auto *relative = std::get_if<TimeValue::Relative>(&first))
        return orderIf(minutesAgo(*relative) < minutesAgo(std::get<TimeValue::Relative>(last)));
    if (const auto *day = std::get_if<TimeValue::Day>(&first))
        return orderIf(*day == TimeValue::Day::Today
                       && std::get<TimeValue::Day>(last) == TimeValue::Day::Yesterday);
    return orderOfCalendar(std::get<TimeValue::Absolute>(first), std::get<TimeValue::Absolute>(last));
}

RangeOrder orderOf(const RangeOf<NumberValue> &range)
{
    return orderIf(range.from && range.to && compareDecimals(range.from->text, range.to->text) > 0);
}

SyntaxError fallingRange(const RangeOf<TimeValue> &range)
{
    return fallingRangeOf(range);
}

SyntaxError fallingRange(const RangeOf<NumberValue> &range)
{
    return fallingRangeOf(range);
}

} // namespace Trailglass::Filter
