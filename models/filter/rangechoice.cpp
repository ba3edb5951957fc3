// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/rangechoice.h"

#include "models/filter/conjunction.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace Trailglass::Filter {

namespace {

using Nodes = std::vector<NodePointer>;

bool isRangeValue(const Value &value)
{
    return std::holds_alternative<RangeOf<NumberValue>>(value)
        || std::holds_alternative<RangeOf<TimeValue>>(value);
}

struct RangePart
{
    std::vector<Value> ranges;
    bool excludes = false;
};

std::optional<RangePart> rangePartOf(const NodePointer &node, const FieldReference &field)
{
    const auto *negation = std::get_if<Not>(&node->content);
    const auto *term = std::get_if<Term>(negation ? &negation->child->content : &node->content);
    if (!term || term->field != field || term->comparison != Comparison::Matches
        || !std::ranges::all_of(term->values, isRangeValue))
        return std::nullopt;
    return RangePart{term->values, negation != nullptr};
}

void appendNew(std::vector<Value> &ranges, const std::vector<Value> &more)
{
    for (const Value &range : more) {
        if (std::ranges::find(ranges, range) == ranges.end())
            ranges.push_back(range);
    }
}

Nodes rangeNodes(const FieldReference &field, const std::vector<Value> &ranges, bool excludes)
{
    if (ranges.empty())
        return {};
    const NodePointer term = makeNode(Term{field, Comparison::Matches, ranges});
    return {excludes ? makeNode(Not{term}) : term};
}

} // namespace

RangeChoice rangeChoiceOf(const NodePointer &tree, const FieldReference &field)
{
    RangeChoice choice;
    for (const NodePointer &node : conjuncts(tree)) {
        const auto part = rangePartOf(node, field);
        if (part && part->excludes)
            appendNew(choice.excluded, part->ranges);
        else if (part && choice.included.empty())
            appendNew(choice.included, part->ranges);
    }
    return choice;
}

NodePointer withRangeChoice(const NodePointer &tree, const FieldReference &field, const RangeChoice &choice)
{
    if (choice == rangeChoiceOf(tree, field))
        return tree;
    Nodes included = rangeNodes(field, choice.included, false);
    Nodes excluded = rangeNodes(field, choice.excluded, true);
    const auto replace = [&](const NodePointer &node) -> Nodes {
        const auto part = rangePartOf(node, field);
        if (!part)
            return {node};
        return std::exchange(part->excludes ? excluded : included, {});
    };
    // A part keeps its place; what had none follows.
    const NodePointer replaced = replaceConjuncts(tree, replace);
    included.insert(included.end(), excluded.begin(), excluded.end());
    return replaceConjuncts(
        replaced, [](const NodePointer &node) { return Nodes{node}; }, included);
}

} // namespace Trailglass::Filter
