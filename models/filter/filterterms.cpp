// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filterterms.h"

#include "models/filter/conjunction.h"

#include <algorithm>

namespace Trailglass::FilterTerms {

namespace {

using Filter::NodePointer;

/// Null where there is none.
NodePointer termOf(const QString &text)
{
    const Filter::ParseResult read = Filter::parse(text);
    const auto *tree = std::get_if<NodePointer>(&read);
    return tree && !std::holds_alternative<Filter::All>((*tree)->content) ? *tree : nullptr;
}

bool holds(const std::vector<FilterTerm> &terms, const NodePointer &node)
{
    return std::ranges::any_of(terms,
                               [&node](const FilterTerm &term) { return Filter::sameTree(term.node, node); });
}

} // namespace

std::vector<FilterTerm> all(const NodePointer &tree, const DisabledTerms &disabled)
{
    std::vector<FilterTerm> terms;
    for (const NodePointer &node : Filter::conjuncts(tree))
        terms.push_back({node});
    for (const DisabledTerm &term : disabled) {
        const NodePointer node = termOf(term.text);
        if (!node || holds(terms, node))
            continue;
        const std::size_t place = std::min(term.place, terms.size());
        terms.insert(terms.begin() + static_cast<std::ptrdiff_t>(place), {node, false});
    }
    return terms;
}

NodePointer tree(const std::vector<FilterTerm> &terms)
{
    std::vector<NodePointer> enabled;
    for (const FilterTerm &term : terms) {
        if (term.isEnabled)
            enabled.push_back(term.node);
    }
    return Filter::replaceConjuncts(
        Filter::makeNode(Filter::All{}), [](const NodePointer &node) { return std::vector{node}; }, enabled);
}

DisabledTerms disabled(const std::vector<FilterTerm> &terms)
{
    DisabledTerms disabled;
    for (std::size_t place = 0; place < terms.size(); ++place) {
        if (!terms[place].isEnabled)
            disabled.push_back({Filter::print(terms[place].node), place});
    }
    return disabled;
}

FilterTerm negated(const FilterTerm &term)
{
    const auto *negation = std::get_if<Filter::Not>(&term.node->content);
    return {negation ? negation->child : Filter::makeNode(Filter::Not{term.node}), term.isEnabled};
}

bool isNegated(const FilterTerm &term)
{
    return std::holds_alternative<Filter::Not>(term.node->content);
}

std::vector<Filter::SourceRange> ranges(const QString &expression)
{
    Filter::SourceRanges all;
    const Filter::ParseResult read = Filter::parse(expression, {}, &all);
    std::vector<Filter::SourceRange> ranges;
    if (const auto *tree = std::get_if<NodePointer>(&read)) {
        for (const NodePointer &node : Filter::conjuncts(*tree)) {
            const auto found = all.find(node.get());
            // The top Or is in no parentheses: it is the whole expression.
            ranges.push_back(found != all.end() ? found->second : Filter::SourceRange{0, expression.size()});
        }
    }
    return ranges;
}

} // namespace Trailglass::FilterTerms
