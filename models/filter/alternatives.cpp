// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/alternatives.h"

#include "models/filter/conjunction.h"
#include "models/filter/edits.h"
#include "models/filter/valueterm.h"

#include <algorithm>
#include <utility>

namespace Trailglass::Filter {

namespace {

using Nodes = std::vector<NodePointer>;

bool isOnCreated(const NodePointer &node)
{
    const auto *term = std::get_if<Term>(&node->content);
    return term && term->field == FieldReference(Field::Created);
}

/// The tree with another node, or none, in place of one of its top terms.
NodePointer replaced(const NodePointer &tree, const NodePointer &term, const NodePointer &replacement)
{
    return replaceConjuncts(tree, [&](const NodePointer &node) -> Nodes {
        if (node != term)
            return {node};
        return replacement ? Nodes{replacement} : Nodes();
    });
}

/// Whether a term asks for whole texts of a field that has any text.
bool asksForTexts(const Term &term)
{
    const auto named = namedValues(term);
    const auto isText = [](const Value &value) {
        const auto *text = std::get_if<TextValue>(&value);
        return text && !text->text.empty();
    };
    // Members of closed sets are never a part of another member that one might mean.
    const bool isOpen = isWritable(term.field, "any text");
    return named && isOpen && std::ranges::all_of(term.values, isText);
}

void addLooser(std::vector<FilterAlternative> &alternatives, const NodePointer &tree, const NodePointer &node)
{
    const auto *term = std::get_if<Term>(&node->content);
    if (!term || !asksForTexts(*term))
        return;
    const auto add = [&](FilterAlternative::Kind kind, Comparison comparison) {
        const NodePointer looser = makeNode(Term{term->field, comparison, term->values});
        alternatives.push_back({kind, node, looser, replaced(tree, node, looser)});
    };
    if (term->comparison == Comparison::Exactly && term->field != FieldReference(Field::Ip))
        add(FilterAlternative::Kind::OtherCase, Comparison::Matches);
    add(FilterAlternative::Kind::Contains, Comparison::Contains);
}

} // namespace

std::vector<FilterAlternative> alternativesTo(const NodePointer &tree)
{
    Nodes terms = conjuncts(tree);
    const bool isOne = terms.size() == 1;
    terms.resize(std::min(terms.size(), MaxTermsTried));
    std::vector<FilterAlternative> alternatives;
    for (const NodePointer &term : terms)
        addLooser(alternatives, tree, term);
    bool hasTime = false;
    for (const NodePointer &term : terms) {
        if (!isOnCreated(term) && !isOne)
            alternatives.push_back(
                {FilterAlternative::Kind::WithoutTerm, term, nullptr, replaced(tree, term, nullptr)});
        else if (isOnCreated(term) && !std::exchange(hasTime, true))
            alternatives.push_back(
                {FilterAlternative::Kind::AnyTime, term, nullptr, withCreated(tree, std::nullopt)});
    }
    return alternatives;
}

} // namespace Trailglass::Filter
