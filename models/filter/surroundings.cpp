// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/surroundings.h"

#include "models/filter/conjunction.h"
#include "models/filter/createdvalue.h"
#include "models/filter/floordivide.h"
#include "models/filter/timereference.h"

#include <algorithm>

namespace Trailglass::Filter {

namespace {

/// The first moment of year 1 and the one after year 9999, which no value of `created` goes beyond.
UtcMicros within(UtcMicros time)
{
    static const UtcMicros First = *fromCivil({.year = 1});
    static const UtcMicros End = *fromCivil({.year = 9999, .month = 12, .day = 31}) + UtcMicros::PerDay;
    return std::clamp(time, First, End);
}

TimeValue absolute(UtcMicros time)
{
    return {TimeValue::Absolute{formatTime(time)}};
}

} // namespace

NodePointer aroundTime(UtcMicros time, qint64 distance, const ZoneCalendar &calendar)
{
    const auto startOfMinute = [](qint64 micros) {
        return floorDivide(micros, UtcMicros::PerMinute) * UtcMicros::PerMinute;
    };
    const UtcMicros from = within({startOfMinute(time.value - distance)});
    const UtcMicros to = within({startOfMinute(time.value + distance) + UtcMicros::PerMinute});
    return makeNode(Term{Field::Created, Comparison::Matches, {createdValue(from, to, calendar)}});
}

NodePointer containing(std::span<const FieldReference> fields, const std::string &text)
{
    std::vector<NodePointer> terms;
    for (const FieldReference &field : fields) {
        if (!isTime(field))
            terms.push_back(makeNode(Term{field, Comparison::Contains, {TextValue{text, {}}}}));
    }
    if (terms.size() < 2)
        return terms.empty() ? nullptr : terms.front();
    return makeNode(Or{std::move(terms)});
}

NodePointer sinceTime(UtcMicros time)
{
    return makeNode(Term{Field::Created, Comparison::GreaterOrEqual, {absolute(time)}});
}

NodePointer beforeTime(UtcMicros time)
{
    return makeNode(Term{Field::Created, Comparison::Less, {absolute(time)}});
}

NodePointer both(const NodePointer &left, const NodePointer &right)
{
    return replaceConjuncts(left, [](const NodePointer &part) { return std::vector{part}; }, {right});
}

} // namespace Trailglass::Filter
