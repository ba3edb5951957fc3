// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/derivedmatcher.h"

#include "models/filter/decimal.h"
#include "models/filter/rangeorder.h"
#include "models/filter/weekdays.h"

#include <algorithm>

namespace Trailglass::Filter {

namespace {

bool accepts(Comparison comparison, const Value &value, const std::string &hour)
{
    if (const auto *number = std::get_if<NumberValue>(&value))
        return compares(compareDecimals(hour, number->text), comparison);
    if (const auto *range = std::get_if<RangeOf<NumberValue>>(&value)) {
        const bool isAfterStart = !range->from || compareDecimals(hour, range->from->text) >= 0;
        const bool isBeforeEnd = !range->to || compareDecimals(hour, range->to->text) <= 0;
        // 22..5 continues after midnight.
        return orderOf(*range) == RangeOrder::Falling ? isAfterStart || isBeforeEnd
                                                      : isAfterStart && isBeforeEnd;
    }
    return std::holds_alternative<PresentValue>(value);
}

/// The place of a weekday's name in the week.
std::size_t dayOf(const TextValue &name)
{
    return static_cast<std::size_t>(std::ranges::find(Weekdays, name.text) - Weekdays.begin());
}

bool accepts(const Value &value, std::size_t day)
{
    if (const auto *text = std::get_if<TextValue>(&value))
        return dayOf(*text) == day;
    if (const auto *range = std::get_if<RangeOf<TextValue>>(&value)) {
        const std::size_t from = range->from ? dayOf(*range->from) : 0;
        const std::size_t to = range->to ? dayOf(*range->to) : Weekdays.size() - 1;
        // sat..mon continues after Sunday.
        return from <= to ? from <= day && day <= to : day >= from || day <= to;
    }
    return std::holds_alternative<PresentValue>(value);
}

} // namespace

DerivedMatcher::DerivedMatcher(const Term &term, ZoneCalendar calendar)
    : m_field(std::get<DerivedField>(term.field))
    , m_calendar(std::move(calendar))
{
    for (const Value &value : term.values) {
        if (m_field == DerivedField::Hour)
            acceptHours(term.comparison, value);
        else
            acceptWeekday(value);
    }
}

void DerivedMatcher::acceptHours(Comparison comparison, const Value &value)
{
    for (std::size_t hour = 0; hour < m_accepted.size(); ++hour) {
        if (accepts(comparison, value, std::to_string(hour)))
            m_accepted.set(hour);
    }
}

void DerivedMatcher::acceptWeekday(const Value &value)
{
    for (std::size_t day = 0; day < Weekdays.size(); ++day) {
        if (accepts(value, day))
            m_accepted.set(day);
    }
}

bool DerivedMatcher::matches(UtcMicros created) const
{
    const int value = m_field == DerivedField::Hour ? m_calendar.hour(created) : m_calendar.weekday(created);
    return m_accepted.test(static_cast<std::size_t>(value));
}

} // namespace Trailglass::Filter
