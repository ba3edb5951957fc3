// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/text.h"
#include "models/query/filter/filter.h"
#include "models/query/filter/printer.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

namespace Trailglass::Filter {

namespace {

/// Replaces presets in a tree, counting what the result holds. A null node means that m_error is set.
class Expander
{
    Q_DECLARE_TR_FUNCTIONS(Expander)

public:
    explicit Expander(const PresetLookup &lookup)
        : m_lookup(lookup)
    {
    }

    Result<NodePointer> expand(const NodePointer &tree)
    {
        const NodePointer expanded = expandNode(tree, 0);
        return expanded ? Result<NodePointer>(expanded) : m_error;
    }

private:
    NodePointer expandNode(const NodePointer &node, int depth)
    {
        if (depth > MaximumDepth)
            return fail(tr("With its presets the filter is nested more than %1 deep.").arg(MaximumDepth));
        if (const auto *preset = std::get_if<PresetReference>(&node->content))
            return expandPreset(preset->name, depth);
        if (const auto *negation = std::get_if<Not>(&node->content)) {
            const NodePointer child = expandNode(negation->child, depthOf(node, negation->child, depth));
            return !child || child == negation->child ? (child ? node : child) : makeNode(Not{child});
        }
        if (const auto *all = std::get_if<And>(&node->content))
            return expandChain(node, *all, depth);
        if (const auto *any = std::get_if<Or>(&node->content))
            return expandChain(node, *any, depth);
        return count(*node) ? node : nullptr;
    }

    template <class Chain>
    NodePointer expandChain(const NodePointer &node, const Chain &chain, int depth)
    {
        Chain expanded;
        for (const NodePointer &child : chain.children) {
            NodePointer replaced = expandNode(child, depthOf(node, child, depth));
            if (!replaced)
                return replaced;
            expanded.children.push_back(std::move(replaced));
        }
        return expanded.children == chain.children ? node : makeNode(std::move(expanded));
    }

    NodePointer expandPreset(const std::string &name, int depth)
    {
        const auto start = std::ranges::find(m_open, name);
        if (start != m_open.end()) {
            QStringList cycle;
            std::for_each(start, m_open.end(), [&](const std::string &open) { cycle += toQString(open); });
            cycle += toQString(name);
            return fail(tr("The presets hold one another in a circle: %1.").arg(cycle.join(u" → ")));
        }
        const NodePointer tree = find(name);
        if (!tree)
            return tree;
        m_open.push_back(name);
        NodePointer expanded = expandNode(tree, depth + 1);
        m_open.pop_back();
        return expanded;
    }

    /// The tree of a preset's own expression.
    NodePointer find(const std::string &name)
    {
        if (const auto known = m_parsed.find(name); known != m_parsed.end())
            return known->second;
        const QString text = toQString(name);
        const auto expression = m_lookup(text);
        if (!expression)
            return fail(tr("There is no preset “%1”.").arg(text));
        const ParseResult parsed = parse(*expression);
        if (const auto *error = std::get_if<SyntaxError>(&parsed))
            return fail(
                tr("The preset “%1” cannot be read. %2").arg(text, toError(*error, *expression).message));
        return m_parsed.emplace(name, std::get<NodePointer>(parsed)).first->second;
    }

    bool count(const Node &node)
    {
        const auto *term = std::get_if<Term>(&node.content);
        m_terms += term || std::holds_alternative<Text>(node.content) ? 1 : 0;
        m_values += term ? term->values.size() : 0;
        if (m_terms <= MaximumTerms && m_values <= MaximumValues)
            return true;
        fail(tr("With its presets the filter has more than %1 terms or %2 values.")
                 .arg(MaximumTerms)
                 .arg(MaximumValues));
        return false;
    }

    static int depthOf(const NodePointer &parent, const NodePointer &child, int depth)
    {
        return depth + (needsParentheses(*parent, *child) ? 1 : 0);
    }

    NodePointer fail(const QString &message)
    {
        m_error = {ErrorKind::Usage, message};
        return nullptr;
    }

    const PresetLookup &m_lookup;
    std::unordered_map<std::string, NodePointer> m_parsed;
    std::vector<std::string> m_open; ///< presets around the node, outermost first
    Error m_error;
    int m_terms = 0;
    std::size_t m_values = 0;
};

} // namespace

Result<NodePointer> expandPresets(const NodePointer &tree, const PresetLookup &lookup)
{
    return Expander(lookup).expand(tree);
}

} // namespace Trailglass::Filter
