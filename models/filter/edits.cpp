// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/edits.h"

#include "models/filter/conjunction.h"
#include "models/filter/valueterm.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace Trailglass::Filter {

namespace {

using Nodes = std::vector<NodePointer>;
using Values = std::vector<FieldValue>;

/// How one part of the top And restricts a field's values.
struct Part
{
    Values values;
    bool excludes = false;
};

const Term *termOf(const NodePointer &node, const FieldReference &field)
{
    const auto *term = std::get_if<Term>(&node->content);
    return term && term->field == field ? term : nullptr;
}

const Term *negatedTermOf(const NodePointer &node, const FieldReference &field)
{
    const auto *negation = std::get_if<Not>(&node->content);
    return negation ? termOf(negation->child, field) : nullptr;
}

bool isPresence(const Term &term)
{
    return term.values.size() == 1 && std::holds_alternative<PresentValue>(term.values.front());
}

NodePointer presence(const FieldReference &field)
{
    return makeNode(Term{field, Comparison::Matches, {PresentValue{}}});
}

std::optional<Values> literals(const Term &term)
{
    const auto texts = valuesOf(term);
    return texts ? std::optional(Values(texts->begin(), texts->end())) : std::nullopt;
}

/// `(field:=a,b OR -field:*)`, in either order.
std::optional<Part> partOfOr(const Or &alternatives, const FieldReference &field)
{
    if (alternatives.children.size() != 2)
        return std::nullopt;
    for (const std::size_t first : {0U, 1U}) {
        const Term *chosen = termOf(alternatives.children[first], field);
        const Term *absent = negatedTermOf(alternatives.children[1 - first], field);
        auto values = chosen ? literals(*chosen) : std::nullopt;
        if (values && absent && isPresence(*absent)) {
            values->push_back(std::nullopt);
            return Part{*std::move(values), false};
        }
    }
    return std::nullopt;
}

std::optional<Part> partOf(const NodePointer &node, const FieldReference &field)
{
    if (const auto *alternatives = std::get_if<Or>(&node->content))
        return partOfOr(*alternatives, field);
    const Term *negated = negatedTermOf(node, field);
    const Term *term = negated ? negated : termOf(node, field);
    if (!term)
        return std::nullopt;
    if (isPresence(*term))
        return Part{{std::nullopt}, !negated};
    auto values = literals(*term);
    return values ? std::optional(Part{*std::move(values), negated != nullptr}) : std::nullopt;
}

/// Each once, no empty texts, nothing last.
Values normalised(const FieldReference &field, const Values &values)
{
    Values result;
    std::unordered_set<std::string> seen;
    bool absent = false;
    for (const FieldValue &value : values) {
        if (!value || value->empty())
            absent = true;
        else if (isWritable(field, *value) && seen.insert(*value).second)
            result.push_back(value);
    }
    if (absent)
        result.emplace_back();
    return result;
}

/// The term of all values but "no value", if there are any.
NodePointer termFor(const FieldReference &field, const Values &values)
{
    std::vector<std::string> texts;
    for (const FieldValue &value : values) {
        if (value)
            texts.push_back(*value);
    }
    return texts.empty() ? nullptr : makeNode(valueTerm(field, texts));
}

Nodes includingNodes(const FieldReference &field, const Values &values)
{
    if (values.empty())
        return {};
    const NodePointer term = termFor(field, values);
    if (values.back())
        return {term};
    const NodePointer absent = makeNode(Not{presence(field)});
    return {term ? makeNode(Or{{term, absent}}) : absent};
}

Nodes excludingNodes(const FieldReference &field, const Values &values)
{
    Nodes nodes;
    if (!values.empty() && !values.back())
        nodes.push_back(presence(field));
    if (const NodePointer term = termFor(field, values))
        nodes.push_back(makeNode(Not{term}));
    return nodes;
}

void appendNodes(Nodes &nodes, const Nodes &more)
{
    nodes.insert(nodes.end(), more.begin(), more.end());
}

} // namespace

FieldChoice choiceOf(const NodePointer &tree, const FieldReference &field)
{
    FieldChoice choice;
    for (const NodePointer &node : conjuncts(tree)) {
        const auto part = partOf(node, field);
        if (part && part->excludes)
            choice.excluded.insert(choice.excluded.end(), part->values.begin(), part->values.end());
        else if (part && choice.included.empty())
            choice.included = part->values;
    }
    return {normalised(field, choice.included), normalised(field, choice.excluded)};
}

NodePointer withChoice(const NodePointer &tree, const FieldReference &field, const FieldChoice &choice)
{
    const FieldChoice wanted{normalised(field, choice.included), normalised(field, choice.excluded)};
    if (wanted == choiceOf(tree, field))
        return tree;
    Nodes included = includingNodes(field, wanted.included);
    Nodes excluded = excludingNodes(field, wanted.excluded);
    const auto replace = [&](const NodePointer &node) -> Nodes {
        const auto part = partOf(node, field);
        if (!part)
            return {node};
        return std::exchange(part->excludes ? excluded : included, {});
    };
    // A part keeps its place; the second call finds those that had none.
    const NodePointer replaced = replaceConjuncts(tree, replace);
    appendNodes(included, excluded);
    return replaceConjuncts(
        replaced, [](const NodePointer &node) { return Nodes{node}; }, included);
}

NodePointer including(const NodePointer &tree, const FieldReference &field, const FieldValue &value)
{
    FieldChoice choice = choiceOf(tree, field);
    const Values wanted = normalised(field, {value});
    if (wanted.empty())
        return tree;
    std::erase(choice.excluded, wanted.front());
    const bool joins = std::holds_alternative<JsonPath>(field) && !choice.included.empty();
    if (!joins) {
        choice.included = wanted;
        return withChoice(tree, field, choice);
    }
    const NodePointer rest = withChoice(tree, field, choice);
    const Nodes added = includingNodes(field, wanted);
    const bool isThere = std::ranges::any_of(
        conjuncts(rest), [&](const NodePointer &node) { return sameTree(node, added.front()); });
    return replaceConjuncts(
        rest, [](const NodePointer &node) { return Nodes{node}; }, isThere ? Nodes() : added);
}

NodePointer excluding(const NodePointer &tree, const FieldReference &field, const FieldValue &value)
{
    FieldChoice choice = choiceOf(tree, field);
    const Values unwanted = normalised(field, {value});
    for (const FieldValue &one : unwanted) {
        std::erase(choice.included, one);
        choice.excluded.push_back(one);
    }
    return withChoice(tree, field, choice);
}

NodePointer withOnly(const NodePointer &tree, const FieldReference &field, const FieldValue &value)
{
    return including(withoutField(tree, field), field, value);
}

NodePointer withoutField(const NodePointer &tree, const FieldReference &field)
{
    return replaceConjuncts(tree, [&field](const NodePointer &node) -> Nodes {
        const bool isOfField = termOf(node, field) || negatedTermOf(node, field) || partOf(node, field);
        return isOfField ? Nodes() : Nodes{node};
    });
}

std::optional<Value> createdValueOf(const NodePointer &tree)
{
    const Term *found = nullptr;
    for (const NodePointer &node : conjuncts(tree)) {
        const Term *term = termOf(node, Field::Created);
        if (term && found)
            return std::nullopt;
        found = term ? term : found;
    }
    const bool isOne = found && found->values.size() == 1 && found->comparison == Comparison::Matches;
    return isOne ? std::optional(found->values.front()) : std::nullopt;
}

NodePointer withCreated(const NodePointer &tree, const std::optional<Value> &value)
{
    Nodes written;
    if (value)
        written.push_back(makeNode(Term{Field::Created, Comparison::Matches, {*value}}));
    const auto replace = [&written](const NodePointer &node) -> Nodes {
        return termOf(node, Field::Created) ? std::exchange(written, {}) : Nodes{node};
    };
    const NodePointer replaced = replaceConjuncts(tree, replace);
    return replaceConjuncts(
        replaced, [](const NodePointer &node) { return Nodes{node}; }, written);
}

} // namespace Trailglass::Filter
