// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/valueterm.h"

#include "models/core/event.h"
#include "models/filter/ipaddress.h"
#include "models/filter/reviewstates.h"
#include "models/filter/timetext.h"
#include "models/filter/weekdays.h"

#include <algorithm>
#include <charconv>

namespace Trailglass::Filter {

namespace {

enum class TermKind
{
    Text,
    ClosedSet,
    Address,
    Time,
    Hour
};

TermKind kindOf(const FieldReference &field)
{
    if (const auto *derived = std::get_if<DerivedField>(&field))
        return *derived == DerivedField::Hour ? TermKind::Hour : TermKind::ClosedSet;
    if (std::holds_alternative<JsonPath>(field))
        return TermKind::Text;
    if (const auto *review = std::get_if<ReviewField>(&field))
        return *review == ReviewField::Note ? TermKind::Text : TermKind::ClosedSet;
    switch (std::get<Field>(field)) {
    case Field::Op:
    case Field::Outcome:
    case Field::Vendor:
        return TermKind::ClosedSet;
    case Field::Created:
    case Field::Received:
        return TermKind::Time;
    case Field::Ip:
        return TermKind::Address;
    default:
        return TermKind::Text;
    }
}

bool isInSet(const FieldReference &field, const std::string &value)
{
    if (std::holds_alternative<DerivedField>(field))
        return std::ranges::find(Weekdays, value) != Weekdays.end();
    if (field == FieldReference(ReviewField::Is))
        return std::ranges::find(ReviewStates, value) != ReviewStates.end();
    if (field == FieldReference(ReviewField::Mark))
        return markColourFromName(value).has_value();
    if (field == FieldReference(Field::Op))
        return operationFromName(value) && name(*operationFromName(value)) == value;
    if (field == FieldReference(Field::Outcome))
        return outcomeFromName(value) && name(*outcomeFromName(value)) == value;
    return vendorFromName(value) && name(*vendorFromName(value)) == value;
}

bool isHour(const std::string &value)
{
    int hour = -1;
    std::from_chars(value.data(), value.data() + value.size(), hour);
    return hour >= 0 && hour < 24 && value == std::to_string(hour);
}

std::optional<TimeValue> calendarTime(const std::string &text)
{
    const auto parsed = parseTimeValue(text);
    const auto *time = std::get_if<TimeValue>(&parsed);
    const bool isCalendar = time && std::holds_alternative<TimeValue::Absolute>(time->when);
    return isCalendar ? std::optional(*time) : std::nullopt;
}

Value writtenValue(TermKind kind, const std::string &value)
{
    if (kind == TermKind::Time)
        return *calendarTime(value);
    if (kind == TermKind::Hour)
        return NumberValue{value};
    return TextValue{value, {}};
}

std::optional<std::string> literalOf(const Value &value)
{
    if (const auto *text = std::get_if<TextValue>(&value))
        return text->wildcards.empty() ? std::optional(text->text) : std::nullopt;
    if (const auto *number = std::get_if<NumberValue>(&value))
        return number->text;
    if (const auto *time = std::get_if<TimeValue>(&value))
        return timeText(*time);
    return std::nullopt;
}

/// Whether a literal stands for many addresses.
bool isNetwork(const Term &term, const std::string &literal)
{
    return term.comparison == Comparison::Matches && parseIpNetwork(literal)
        && (term.field == FieldReference(Field::Ip) || std::holds_alternative<JsonPath>(term.field));
}

} // namespace

bool isWritable(const FieldReference &field, const std::string &value)
{
    switch (kindOf(field)) {
    case TermKind::ClosedSet:
        return isInSet(field, value);
    case TermKind::Time:
        return calendarTime(value).has_value();
    case TermKind::Hour:
        return isHour(value);
    case TermKind::Address:
    case TermKind::Text:
        break;
    }
    return !value.empty();
}

Term valueTerm(const FieldReference &field, const std::vector<std::string> &values)
{
    const TermKind kind = kindOf(field);
    const auto isAddress = [](const std::string &value) {
        return parseIpAddress(value).has_value();
    };
    const bool exact =
        kind == TermKind::Text || (kind == TermKind::Address && !std::ranges::all_of(values, isAddress));
    Term term{field, exact ? Comparison::Exactly : Comparison::Matches, {}};
    for (const std::string &value : values)
        term.values.push_back(writtenValue(kind, value));
    return term;
}

std::optional<NamedValues> namedValues(const Term &term)
{
    const TermKind kind = kindOf(term.field);
    const bool isText = kind == TermKind::Text || kind == TermKind::Address;
    if (term.comparison != Comparison::Matches && term.comparison != Comparison::Exactly)
        return std::nullopt;
    NamedValues named;
    named.matchesMore = isText && term.comparison == Comparison::Matches;
    named.isWider = named.matchesMore && kind == TermKind::Text;
    for (const Value &value : term.values) {
        auto literal = literalOf(value);
        if (!literal || isNetwork(term, *literal))
            return std::nullopt;
        // An empty text at a path is a value like others: only fields have none of it.
        const bool isAbsence = literal->empty() && isText && !std::holds_alternative<JsonPath>(term.field);
        if (!isAbsence && !isWritable(term.field, *literal))
            return std::nullopt;
        named.isWider = named.isWider || (named.matchesMore && !isAbsence && !parseIpAddress(*literal));
        named.values.push_back(isAbsence ? std::nullopt : std::move(literal));
    }
    return named;
}

} // namespace Trailglass::Filter
