// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/timepresets.h"

#include "models/filter/createdinterval.h"
#include "models/filter/edits.h"
#include "models/filter/timetext.h"
#include "models/filter/zonecalendar.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

using Filter::TimeValue;

Filter::Value relative(int amount, TimeValue::Unit unit)
{
    return TimeValue{TimeValue::Relative{amount, unit, false}};
}

/// Local times are counted as if the zone were UTC.
QDateTime wallTime(UtcMicros local)
{
    return QDateTime::fromMSecsSinceEpoch(local.value / 1'000, Qt::UTC);
}

UtcMicros localTime(UtcMicros time, const QueryContext &context)
{
    const auto calendar = Filter::ZoneCalendar::open(context.displayZone);
    return calendar ? calendar->toLocal(time) : time;
}

std::string wallText(const QDateTime &time)
{
    return time.toString(u"yyyy-MM-dd'T'HH:mm"_s).toStdString();
}

QDateTime toMinute(const QDateTime &time)
{
    return {time.date(), QTime(time.time().hour(), time.time().minute()), Qt::UTC};
}

/// First and last minute of a calendar time, on the wall of the display zone.
std::optional<WallSpan> extentOf(const TimeValue &value, const QueryContext &context)
{
    const auto *absolute = std::get_if<TimeValue::Absolute>(&value.when);
    if (!absolute)
        return std::nullopt;
    const auto parsed = Filter::parseCalendarTime(absolute->text);
    const auto *time = std::get_if<Filter::CalendarTime>(&parsed);
    if (!time)
        return std::nullopt;
    const auto onWall = [&](UtcMicros moment) {
        return toMinute(wallTime(time->offset ? localTime(moment - *time->offset, context) : moment));
    };
    return WallSpan{onWall(time->localStart()), onWall(time->localEnd() - 1)};
}

std::string thisMonth(const QueryContext &context)
{
    return formatTime(localTime(context.now, context)).substr(0, 7);
}

bool saysNothingOfCreated(const Filter::NodePointer &tree)
{
    return Filter::sameTree(tree, Filter::withCreated(tree, std::nullopt));
}

} // namespace

std::optional<Filter::Value> timePresetValue(TimePreset preset, const QueryContext &context)
{
    switch (preset) {
    case TimePreset::LastHour:
        return relative(1, TimeValue::Unit::Hour);
    case TimePreset::Last24Hours:
        return relative(24, TimeValue::Unit::Hour);
    case TimePreset::Last7Days:
        return relative(7, TimeValue::Unit::Day);
    case TimePreset::Last30Days:
        return relative(30, TimeValue::Unit::Day);
    case TimePreset::Today:
        return TimeValue{TimeValue::Day::Today};
    case TimePreset::Yesterday:
        return TimeValue{TimeValue::Day::Yesterday};
    case TimePreset::ThisMonth:
        return TimeValue{TimeValue::Absolute{thisMonth(context)}};
    case TimePreset::AnyTime:
    case TimePreset::Custom:
    case TimePreset::Other:
        break;
    }
    return std::nullopt;
}

TimePreset timePresetOf(const Filter::NodePointer &tree, const QueryContext &context)
{
    const auto value = Filter::createdValueOf(tree);
    if (!value)
        return saysNothingOfCreated(tree) ? TimePreset::AnyTime : TimePreset::Other;
    for (int number = static_cast<int>(TimePreset::LastHour);
         number <= static_cast<int>(TimePreset::ThisMonth); ++number) {
        const auto preset = static_cast<TimePreset>(number);
        if (timePresetValue(preset, context) == value)
            return preset;
    }
    return wallSpanOf(*value, context) ? TimePreset::Custom : TimePreset::Other;
}

Filter::Value wallSpanValue(const WallSpan &span)
{
    return Filter::RangeOf<TimeValue>{TimeValue{TimeValue::Absolute{wallText(span.from)}},
                                      TimeValue{TimeValue::Absolute{wallText(span.to)}}};
}

std::optional<WallSpan> wallSpanOf(const Filter::Value &value, const QueryContext &context)
{
    if (const auto *time = std::get_if<TimeValue>(&value))
        return extentOf(*time, context);
    const auto *range = std::get_if<Filter::RangeOf<TimeValue>>(&value);
    if (!range || !range->from || !range->to)
        return std::nullopt;
    const auto from = extentOf(*range->from, context);
    const auto to = extentOf(*range->to, context);
    return from && to ? std::optional(WallSpan{from->from, to->to}) : std::nullopt;
}

WallSpan suggestedSpan(const Filter::NodePointer &tree, const QueryContext &context)
{
    const auto interval = Filter::createdInterval(tree, context);
    const TimeWindow window = interval ? *interval : TimeWindow();
    const UtcMicros to = window.to ? *window.to - 1 : context.now;
    const UtcMicros from = window.from ? *window.from : to - 7 * UtcMicros::PerDay;
    const QDateTime last = toMinute(wallTime(localTime(to, context)));
    return {std::min(last, toMinute(wallTime(localTime(from, context)))), last};
}

} // namespace Trailglass
