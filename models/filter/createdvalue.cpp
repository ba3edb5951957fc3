// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/createdvalue.h"

#include "models/filter/conjunction.h"
#include "models/filter/timewindows.h"

#include <array>

namespace Trailglass::Filter {

namespace {

// How much of 2026-11-20T09:15:30.500000 is written.
constexpr std::size_t Month = 7;
constexpr std::size_t DayLength = 10;
constexpr std::size_t Minute = 16;
constexpr std::size_t Second = 19;
constexpr std::size_t Whole = 26;

TimeValue absolute(std::string text)
{
    return {TimeValue::Absolute{std::move(text)}};
}

bool means(const Value &value, const TimeWindow &window, const ZoneCalendar &calendar)
{
    constexpr UtcMicros AnyTime{}; // nothing here is relative
    const auto windows = resolveTime(Comparison::Matches, value, AnyTime, calendar);
    return windows && *windows == std::vector{window};
}

bool isCreatedTerm(const NodePointer &node)
{
    const auto *term = std::get_if<Term>(&node->content);
    return term && term->field == FieldReference(Field::Created);
}

} // namespace

Value createdValue(UtcMicros from, UtcMicros to, const ZoneCalendar &calendar)
{
    const TimeWindow window{from, to};
    const std::string first = formatTime(calendar.toLocal(from));
    const std::string last = formatTime(calendar.toLocal(to - 1));
    for (const std::size_t length : {Month, DayLength}) {
        const Value value = absolute(first.substr(0, length));
        if (means(value, window, calendar))
            return value;
    }
    constexpr std::array<std::pair<std::size_t, std::size_t>, 5> Lengths{
        {{Month, Month}, {DayLength, DayLength}, {Minute, Minute}, {Second, Whole}, {Whole, Whole}}};
    for (const auto &[firstLength, lastLength] : Lengths) {
        const Value value =
            RangeOf<TimeValue>{absolute(first.substr(0, firstLength)), absolute(last.substr(0, lastLength))};
        if (means(value, window, calendar))
            return value;
    }
    return RangeOf<TimeValue>{absolute(formatTime(from)), absolute(formatTime(to - 1))};
}

std::vector<NodePointer> createdTerms(const NodePointer &tree)
{
    std::vector<NodePointer> terms = conjuncts(tree);
    std::erase_if(terms, [](const NodePointer &part) { return !isCreatedTerm(part); });
    return terms;
}

NodePointer withCreatedTerms(const NodePointer &tree, const std::vector<NodePointer> &terms)
{
    const auto withoutCreated = [](const NodePointer &part) {
        return isCreatedTerm(part) ? std::vector<NodePointer>() : std::vector{part};
    };
    return replaceConjuncts(tree, withoutCreated, terms);
}

} // namespace Trailglass::Filter
