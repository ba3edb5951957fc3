// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/timesql.h"

#include "models/core/translation.h"
#include "models/filter/derivedmatcher.h"
#include "models/filter/weekdays.h"
#include "models/filter/zonecalendar.h"

#include <algorithm>

namespace Trailglass {

namespace {

using Filter::DerivedField;

constexpr qint64 DaysPerWeek = 7;
constexpr qint64 HoursPerDay = 24;

/// 0001-01-01 was a Monday; a week more keeps all times positive, whatever the zone.
constexpr qint64 FromFirstMonday = 62'135'596'800'000'000 + DaysPerWeek * UtcMicros::PerDay;

ArchiveSql inWindow(const ArchiveSql &time, const TimeWindow &window)
{
    std::vector<ArchiveSql> ends;
    if (window.from)
        ends.push_back(time + " >= " + ArchiveSql::number(window.from->value));
    if (window.to)
        ends.push_back(time + " < " + ArchiveSql::number(window.to->value));
    return allOf(ends);
}

/// What to add to `created` to get local time from a Monday before all times. Numbers that are added are positive: a
/// server has no common type for large ones with different signs.
ArchiveSql localOffset(const std::vector<Filter::ZoneOffset> &offsets)
{
    const auto shifted = [](const Filter::ZoneOffset &offset) {
        return ArchiveSql::number(FromFirstMonday + offset.offset);
    };
    if (offsets.size() == 1)
        return shifted(offsets.front());
    ArchiveSql sql = "multiIf(";
    for (std::size_t index = 0; index + 1 < offsets.size(); ++index) {
        sql += "created < " + ArchiveSql::number(offsets[index + 1].from.value) + ", "
            + shifted(offsets[index]) + ", ";
    }
    return sql + shifted(offsets.back()) + ")";
}

/// A moment in UTC at which the field has a value.
UtcMicros momentOf(DerivedField field, qint64 value)
{
    constexpr qint64 FirstMonday = 4; // 1970-01-05
    return {field == DerivedField::Hour ? value * UtcMicros::PerHour
                                        : (FirstMonday + value) * UtcMicros::PerDay};
}

} // namespace

ArchiveSql isInWindows(const ArchiveSql &time, const std::vector<TimeWindow> &windows)
{
    std::vector<ArchiveSql> alternatives;
    alternatives.reserve(windows.size());
    for (const TimeWindow &window : windows)
        alternatives.push_back(inWindow(time, window));
    return anyOf(alternatives);
}

Result<LocalTimeSql> LocalTimeSql::make(const QByteArray &zone, const TimeWindow &events)
{
    TRY(const auto calendar, Filter::ZoneCalendar::open(zone));
    const auto offsets = calendar.offsets(*events.from, *events.to);
    if (offsets.size() > MaxOffsets) {
        return Error{
            ErrorKind::Usage,
            Trailglass::tr("The events are of so many years that an archive cannot find out the hours and "
                           "weekdays of all of them. Narrow the filter to some centuries, for example with "
                           "created:2000..2100.")};
    }
    return LocalTimeSql("created + " + localOffset(offsets));
}

ArchiveSql LocalTimeSql::hour() const
{
    return "intDiv(" + m_local + ", " + ArchiveSql::number(UtcMicros::PerHour) + ") % "
        + ArchiveSql::number(HoursPerDay);
}

ArchiveSql LocalTimeSql::weekday() const
{
    return "intDiv(" + m_local + ", " + ArchiveSql::number(UtcMicros::PerDay) + ") % "
        + ArchiveSql::number(DaysPerWeek);
}

ArchiveSql LocalTimeSql::value(DerivedField field) const
{
    return field == DerivedField::Hour ? hour() : weekday();
}

ArchiveSql LocalTimeSql::text(DerivedField field) const
{
    if (field == DerivedField::Hour)
        return "toString(" + hour() + ")";
    std::vector<ArchiveSql> names;
    names.reserve(Filter::Weekdays.size());
    for (const std::string_view name : Filter::Weekdays)
        names.push_back(ArchiveSql::literal(name));
    return "arrayElement([" + joinSql(names, ", ") + "], " + weekday() + " + 1)";
}

ArchiveSql derivedTermSql(const Filter::Term &term, const LocalTimeSql &localTime)
{
    const auto field = std::get<DerivedField>(term.field);
    const auto utc = Filter::ZoneCalendar::open(QByteArrayLiteral("UTC"));
    const Filter::DerivedMatcher matcher(term, *utc);
    const qint64 count = field == DerivedField::Hour ? HoursPerDay : DaysPerWeek;
    std::vector<ArchiveSql> values;
    for (qint64 value = 0; value < count; ++value) {
        if (matcher.matches(momentOf(field, value)))
            values.push_back(ArchiveSql::number(value));
    }
    if (values.empty())
        return "0";
    if (static_cast<qint64>(values.size()) == count)
        return "1";
    return localTime.value(field) + " IN (" + joinSql(values, ", ") + ")";
}

} // namespace Trailglass
