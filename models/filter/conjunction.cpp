// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/conjunction.h"

namespace Trailglass::Filter {

namespace {

using Nodes = std::vector<NodePointer>;
using Replacer = std::function<Nodes(const NodePointer &)>;

void append(Nodes &nodes, const Nodes &more)
{
    nodes.insert(nodes.end(), more.begin(), more.end());
}

/// As deep as the parentheses of a filter, which are limited.
Nodes replaced(const NodePointer &node, const Replacer &replace, bool isTop)
{
    if (std::holds_alternative<All>(node->content))
        return {};
    const auto *conjunction = std::get_if<And>(&node->content);
    if (!conjunction)
        return replace(node);
    Nodes parts;
    for (const NodePointer &child : conjunction->children)
        append(parts, replaced(child, replace, false));
    if (isTop || parts.size() < 2)
        return parts;
    const bool same = parts == conjunction->children;
    return {same ? node : makeNode(And{std::move(parts)})};
}

} // namespace

std::vector<NodePointer> conjuncts(const NodePointer &tree)
{
    Nodes parts;
    const Replacer note = [&parts](const NodePointer &part) {
        parts.push_back(part);
        return Nodes();
    };
    replaced(tree, note, true);
    return parts;
}

NodePointer replaceConjuncts(const NodePointer &tree, const Replacer &replace, const Nodes &added)
{
    Nodes parts = replaced(tree, replace, true);
    append(parts, added);
    if (parts.empty())
        return makeNode(All{});
    return parts.size() == 1 ? parts.front() : makeNode(And{std::move(parts)});
}

} // namespace Trailglass::Filter
