// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/identity.h"

#include "models/filter/filter.h"
#include "models/filter/reviewstates.h"

#include <algorithm>

namespace Trailglass::Filter {

namespace {

bool isRelative(const TimeValue &value)
{
    return !std::holds_alternative<TimeValue::Absolute>(value.when);
}

bool isRelative(const Value &value)
{
    if (const auto *time = std::get_if<TimeValue>(&value))
        return isRelative(*time);
    const auto *range = std::get_if<RangeOf<TimeValue>>(&value);
    return range && ((range->from && isRelative(*range->from)) || (range->to && isRelative(*range->to)));
}

bool dependsOnNow(const NodePointer &node)
{
    if (const auto *term = std::get_if<Term>(&node->content))
        return std::ranges::any_of(term->values, [](const Value &value) { return isRelative(value); });
    if (const auto *negated = std::get_if<Not>(&node->content))
        return dependsOnNow(negated->child);
    if (const auto *both = std::get_if<And>(&node->content))
        return std::ranges::any_of(both->children, dependsOnNow);
    if (const auto *either = std::get_if<Or>(&node->content))
        return std::ranges::any_of(either->children, dependsOnNow);
    return false;
}

} // namespace

std::string identityOf(const NodePointer &tree, const QueryContext &context)
{
    std::string identity = context.displayZone.toStdString();
    if (dependsOnNow(tree))
        identity += '@' + std::to_string(context.now.value);
    if (asksForNew(tree))
        identity += '>' + std::to_string(context.reviewed.value);
    if (asksForMarks(tree))
        identity += '#' + std::to_string(context.reviewVersion);
    return identity + ' ' + print(tree).toStdString();
}

} // namespace Trailglass::Filter
