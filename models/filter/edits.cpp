// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/edits.h"

#include "models/filter/conjunction.h"
#include "models/filter/valueterm.h"

#include <algorithm>
#include <utility>

namespace Trailglass::Filter {

namespace {

using Nodes = std::vector<NodePointer>;
using Values = std::vector<FieldValue>;

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

NodePointer presence(const FieldReference &field)
{
    return makeNode(Term{field, Comparison::Matches, {PresentValue{}}});
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

/// \param part  a node that includes values already; may be null
Nodes includingNodes(const FieldReference &field, const Values &values, const NodePointer &part = nullptr)
{
    Nodes alternatives;
    if (const auto *several = part ? std::get_if<Or>(&part->content) : nullptr)
        alternatives = several->children;
    else if (part)
        alternatives.push_back(part);
    if (const NodePointer term = termFor(field, values))
        alternatives.push_back(term);
    if (!values.empty() && !values.back())
        alternatives.push_back(makeNode(Not{presence(field)}));
    return alternatives.size() < 2 ? alternatives : Nodes{makeNode(Or{std::move(alternatives)})};
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

/// \returns whether all of \a part were among \a values, which are then without them
bool takeAll(Values &values, const Values &part)
{
    const auto isIn = [](const Values &list) {
        return [&list](const FieldValue &value) {
            return std::ranges::find(list, value) != list.end();
        };
    };
    if (!std::ranges::all_of(part, isIn(values)))
        return false;
    std::erase_if(values, isIn(part));
    return true;
}

/// What becomes of parts that include values.
enum class Included
{
    Replace, ///< by one that includes the values alone
    Extend, ///< what includes more than the values stays; else as Replace
    Keep ///< all of them stay as they are
};

/// What becomes of the parts of a tree that choose values of one field.
class ChoiceWriter
{
public:
    /// \param choice  with Keep only what it excludes is written
    ChoiceWriter(const FieldReference &field, const FieldChoice &choice, std::span<const FieldValue> known,
                 Included mode)
        : m_field(field)
        , m_reader(field, known)
        , m_included(mode == Included::Keep ? Values() : normalisedValues(field, choice.included))
        , m_excluded(normalisedValues(field, choice.excluded))
        , m_mode(mode)
    {
    }

    NodePointer write(const NodePointer &tree)
    {
        for (const NodePointer &node : conjuncts(tree))
            look(node);
        Nodes included = includingNodes(m_field, m_included, m_keptIncluded);
        Nodes excluded = excludingNodes(m_field, m_excluded);
        const auto replace = [&](const NodePointer &node) -> Nodes {
            const auto part = m_reader.part(node);
            const bool isKept = part && !part->excludes && m_mode == Included::Keep;
            if (!part || isKept || std::ranges::find(m_keptExcluded, node) != m_keptExcluded.end())
                return {node};
            return std::exchange(part->excludes ? excluded : included, {});
        };
        // A part keeps its place; the second call finds those that had none.
        const NodePointer replaced = replaceConjuncts(tree, replace);
        appendNodes(included, excluded);
        return replaceConjuncts(
            replaced, [](const NodePointer &node) { return Nodes{node}; }, included);
    }

private:
    /// Decides whether a part stays.
    void look(const NodePointer &node)
    {
        const auto part = m_reader.part(node);
        if (!part)
            return;
        const bool isFirst = !part->excludes && !std::exchange(m_hasIncluded, true);
        if (!part->isWider)
            return;
        const Values values = normalisedValues(m_field, part->values);
        if (part->excludes && takeAll(m_excluded, values))
            m_keptExcluded.push_back(node);
        else if (isFirst && m_mode == Included::Extend && takeAll(m_included, values))
            m_keptIncluded = node;
    }

    const FieldReference &m_field;
    ChoiceReader m_reader;
    Values m_included; ///< that are still to be written
    Values m_excluded;
    Included m_mode;
    bool m_hasIncluded = false; ///< a part that includes values was met
    NodePointer m_keptIncluded;
    Nodes m_keptExcluded;
};

} // namespace

NodePointer withChoice(const NodePointer &tree, const FieldReference &field, const FieldChoice &choice,
                       std::span<const FieldValue> known)
{
    const FieldChoice wanted{normalisedValues(field, choice.included),
                             normalisedValues(field, choice.excluded)};
    return wanted == choiceOf(tree, field, known)
        ? tree
        : ChoiceWriter(field, wanted, known, Included::Extend).write(tree);
}

namespace {

/// The tree with other exclusions of a path, and every part that includes values of it: an event may have all
/// of these.
NodePointer withExcluded(const NodePointer &tree, const FieldReference &path, const Values &excluded,
                         std::span<const FieldValue> known)
{
    const FieldChoice choice{{}, normalisedValues(path, excluded)};
    const bool isSame = choice.excluded == choiceOf(tree, path, known).excluded;
    return isSame ? tree : ChoiceWriter(path, choice, known, Included::Keep).write(tree);
}

/// The tree with \a value taken from every part that includes it.
NodePointer withoutIncluded(const NodePointer &tree, const FieldReference &path, const FieldValue &value,
                            std::span<const FieldValue> known)
{
    ChoiceReader reader(path, known);
    return replaceConjuncts(tree, [&](const NodePointer &node) -> Nodes {
        const auto part = reader.part(node);
        if (!part || part->excludes || std::ranges::find(part->values, value) == part->values.end())
            return {node};
        Values others = normalisedValues(path, part->values);
        std::erase(others, value);
        return includingNodes(path, others);
    });
}

} // namespace

NodePointer including(const NodePointer &tree, const FieldReference &field, const FieldValue &value)
{
    const Values wanted = normalisedValues(field, {value});
    FieldChoice choice = choiceOf(tree, field, wanted);
    if (wanted.empty())
        return tree;
    std::erase(choice.excluded, wanted.front());
    const bool joins = std::holds_alternative<JsonPath>(field) && !choice.included.empty();
    if (!joins) {
        choice.included = wanted;
        return ChoiceWriter(field, choice, wanted, Included::Replace).write(tree);
    }
    const NodePointer rest = withExcluded(tree, field, choice.excluded, wanted);
    const Nodes added = includingNodes(field, wanted);
    const bool isThere = std::ranges::any_of(
        conjuncts(rest), [&](const NodePointer &node) { return sameTree(node, added.front()); });
    return replaceConjuncts(
        rest, [](const NodePointer &node) { return Nodes{node}; }, isThere ? Nodes() : added);
}

NodePointer excluding(const NodePointer &tree, const FieldReference &field, const FieldValue &value)
{
    const Values unwanted = normalisedValues(field, {value});
    FieldChoice choice = choiceOf(tree, field, unwanted);
    if (unwanted.empty())
        return tree;
    std::erase(choice.included, unwanted.front());
    choice.excluded.push_back(unwanted.front());
    if (!std::holds_alternative<JsonPath>(field))
        return withChoice(tree, field, choice, unwanted);
    const NodePointer rest = withoutIncluded(tree, field, unwanted.front(), unwanted);
    return withExcluded(rest, field, choice.excluded, unwanted);
}

NodePointer withOnly(const NodePointer &tree, const FieldReference &field, const FieldValue &value)
{
    return including(withoutField(tree, field), field, value);
}

NodePointer withoutField(const NodePointer &tree, const FieldReference &field)
{
    ChoiceReader reader(field, {});
    return replaceConjuncts(tree, [&](const NodePointer &node) -> Nodes {
        const bool isOfField = termOf(node, field) || negatedTermOf(node, field) || reader.part(node);
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
