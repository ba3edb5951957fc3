// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/resolvedfilter.h"

#include "models/filter/timewindows.h"
#include "models/filter/zonecalendar.h"

#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace Trailglass {

namespace {

using Filter::NodePointer;
using Filter::TimeValue;
using TimeRange = Filter::RangeOf<TimeValue>;

/// The first moment of year 1 and the last one of year 9999, between which times can be written.
constexpr UtcMicros FirstMoment{-62'135'596'800'000'000};
constexpr UtcMicros LastMoment{253'402'300'799'999'999};

TimeValue momentValue(UtcMicros time)
{
    return {TimeValue::Absolute{formatTime(time)}};
}

/// \returns nothing for a window that no range can be written for: it is all of time, or none
std::optional<TimeRange> rangeOfWindow(const TimeWindow &window)
{
    TimeRange range;
    if (window.from && *window.from > FirstMoment)
        range.from = momentValue(*window.from);
    if (window.to && *window.to <= LastMoment)
        range.to = momentValue(*window.to - 1);
    const bool isEmpty = window.from && window.to && *window.from >= *window.to;
    const bool isPastEnd = window.from && *window.from > LastMoment;
    const bool isBeforeStart = window.to && *window.to <= FirstMoment;
    const bool isUnbounded = !range.from && !range.to;
    return isEmpty || isPastEnd || isBeforeStart || isUnbounded ? std::nullopt : std::optional(range);
}

bool isTimeValue(const Filter::Value &value)
{
    return std::holds_alternative<TimeValue>(value) || std::holds_alternative<TimeRange>(value);
}

/// The term with its times as ranges; unchanged where they cannot be written so.
Result<Filter::Term> resolvedTerm(const Filter::Term &term, UtcMicros now,
                                  const Filter::ZoneCalendar &calendar)
{
    Filter::Term resolved{term.field, term.comparison, {}};
    for (const Filter::Value &value : term.values) {
        if (!isTimeValue(value)) {
            resolved.values.push_back(value);
            continue;
        }
        TRY(const auto windows, Filter::resolveTime(term.comparison, value, now, calendar));
        if (windows.empty())
            return term;
        for (const TimeWindow &window : windows) {
            const auto range = rangeOfWindow(window);
            if (!range)
                return term;
            resolved.values.emplace_back(*range);
        }
        // A time that is compared is the only value of its term; as a range it is matched.
        resolved.comparison = Filter::Comparison::Matches;
    }
    return resolved;
}

/// A tree is no deeper than Filter::MaxDepth, presets expanded.
class TimeResolver
{
public:
    TimeResolver(UtcMicros now, const Filter::ZoneCalendar &calendar)
        : m_now(now)
        , m_calendar(calendar)
    {
    }

    Result<NodePointer> resolve(const NodePointer &node) const
    {
        if (const auto *const term = std::get_if<Filter::Term>(&node->content)) {
            TRY(auto resolved, resolvedTerm(*term, m_now, m_calendar));
            return Filter::makeNode(std::move(resolved));
        }
        if (const auto *const negation = std::get_if<Filter::Not>(&node->content)) {
            TRY(auto child, resolve(negation->child));
            return Filter::makeNode(Filter::Not{std::move(child)});
        }
        if (const auto *const all = std::get_if<Filter::And>(&node->content)) {
            TRY(auto children, resolve(all->children));
            return Filter::makeNode(Filter::And{std::move(children)});
        }
        if (const auto *const any = std::get_if<Filter::Or>(&node->content)) {
            TRY(auto children, resolve(any->children));
            return Filter::makeNode(Filter::Or{std::move(children)});
        }
        return node;
    }

private:
    Result<std::vector<NodePointer>> resolve(const std::vector<NodePointer> &nodes) const
    {
        std::vector<NodePointer> resolved;
        for (const NodePointer &node : nodes) {
            TRY(auto one, resolve(node));
            resolved.push_back(std::move(one));
        }
        return resolved;
    }

    const UtcMicros m_now;
    const Filter::ZoneCalendar &m_calendar;
};

} // namespace

Result<NodePointer> withResolvedTimes(const NodePointer &tree, const QueryContext &context)
{
    TRY(const auto calendar, Filter::ZoneCalendar::open(context.displayZone));
    return TimeResolver(context.now, calendar).resolve(tree);
}

} // namespace Trailglass
