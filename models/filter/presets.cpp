// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/filter.h"
#include "models/filter/printer.h"

#include <algorithm>
#include <unordered_map>

namespace Trailglass::Filter {

namespace {

/// Characters of a name in an error message.
constexpr qsizetype MaxShownName = 100;
/// Names of a cycle in an error message.
constexpr qsizetype MaxShownCycle = 10;

QString shownName(const std::string &name)
{
    return visibleText(toQString(name).left(MaxShownName));
}

/// The size of a tree with its presets expanded, each counted once per reference.
struct Extent
{
    int terms =
        0; ///< leaves, including those that match everything, since empty presets multiply like others
    std::size_t values = 0;
    qsizetype bytes = 0; ///< of the expressions of presets
    int height = 0; ///< presets and parentheses above the deepest leaf
};

/// Replaces presets in a tree. Each preset is parsed and replaced once and its node shared, and sizes are
/// computed from those of the presets, so time and memory are linear in what is written, not in what it
/// expands to.
class Expander
{
public:
    explicit Expander(const PresetLookup &lookup)
        : m_lookup(lookup)
    {
    }

    Result<NodePointer> expand(const NodePointer &tree)
    {
        Extent extent;
        const NodePointer expanded = expandNode(tree, 0, extent);
        return expanded ? Result<NodePointer>(expanded) : m_error;
    }

private:
    struct Expanded
    {
        NodePointer tree;
        Extent extent;
    };

    /// \param depth  of \a node in the whole tree
    /// \param extent  set to the size of the expanded node
    /// \returns null when m_error is set
    NodePointer expandNode(const NodePointer &node, int depth, Extent &extent)
    {
        if (depth > MaxDepth)
            return failDepth();
        if (const auto *preset = std::get_if<PresetReference>(&node->content))
            return expandPreset(preset->name, depth, extent);
        if (const auto *negation = std::get_if<Not>(&node->content)) {
            const NodePointer child = expandChild(node, negation->child, depth, extent);
            return !child || child == negation->child ? (child ? node : child) : makeNode(Not{child});
        }
        if (const auto *all = std::get_if<And>(&node->content))
            return expandChain(node, *all, depth, extent);
        if (const auto *any = std::get_if<Or>(&node->content))
            return expandChain(node, *any, depth, extent);
        const auto *term = std::get_if<Term>(&node->content);
        return add(extent, {1, term ? term->values.size() : 0, 0, 0}) ? node : nullptr;
    }

    template <class Chain>
    NodePointer expandChain(const NodePointer &node, const Chain &chain, int depth, Extent &extent)
    {
        Chain expanded;
        for (const NodePointer &child : chain.children) {
            NodePointer replaced = expandChild(node, child, depth, extent);
            if (!replaced)
                return replaced;
            expanded.children.push_back(std::move(replaced));
        }
        return expanded.children == chain.children ? node : makeNode(std::move(expanded));
    }

    NodePointer expandChild(const NodePointer &parent, const NodePointer &child, int depth, Extent &extent)
    {
        const int step = needsParentheses(*parent, *child) ? 1 : 0;
        Extent part;
        const NodePointer expanded = expandNode(child, depth + step, part);
        part.height += step;
        return expanded && add(extent, part) ? expanded : nullptr;
    }

    NodePointer expandPreset(const std::string &name, int depth, Extent &extent)
    {
        auto known = m_expanded.find(name);
        if (known == m_expanded.end()) {
            const auto expanded = expandNamed(name, depth);
            if (!expanded)
                return nullptr;
            known = m_expanded.emplace(name, *expanded).first;
        }
        const Expanded &preset = known->second;
        // It was first expanded at a place that may be less deep than this one.
        if (depth + preset.extent.height > MaxDepth)
            return failDepth();
        extent = preset.extent;
        return preset.tree;
    }

    std::optional<Expanded> expandNamed(const std::string &name, int depth)
    {
        if (const auto start = std::ranges::find(m_open, name); start != m_open.end()) {
            failCycle({start, m_open.end()});
            return std::nullopt;
        }
        const auto expression = m_lookup ? m_lookup(toQString(name)) : std::nullopt;
        if (!expression) {
            fail(Trailglass::tr("There is no preset “%1”.").arg(shownName(name)));
            return std::nullopt;
        }
        Expanded expanded;
        const Extent own{0, 0, expression->toUtf8().size(), 0};
        const NodePointer tree = add(expanded.extent, own) ? read(name, *expression) : nullptr;
        if (!tree)
            return std::nullopt;
        m_open.push_back(name);
        Extent inner;
        expanded.tree = expandNode(tree, depth + 1, inner);
        m_open.pop_back();
        inner.height += 1;
        return expanded.tree && add(expanded.extent, inner) ? std::optional(expanded) : std::nullopt;
    }

    NodePointer read(const std::string &name, const QString &expression)
    {
        const ParseResult parsed = parse(expression);
        if (const auto *error = std::get_if<SyntaxError>(&parsed)) {
            return fail(Trailglass::tr("The preset “%1” cannot be read. %2")
                            .arg(shownName(name), toError(*error, expression).message));
        }
        return std::get<NodePointer>(parsed);
    }

    /// Neither side exceeds a limit, so the sums do not overflow.
    bool add(Extent &extent, const Extent &more)
    {
        extent.terms += more.terms;
        extent.values += more.values;
        extent.bytes += more.bytes;
        extent.height = std::max(extent.height, more.height);
        if (extent.bytes > MaxBytes)
            fail(Trailglass::tr("The presets of the filter exceed %1 bytes.").arg(MaxBytes));
        else if (extent.terms > MaxTerms || extent.values > MaxValues)
            fail(Trailglass::tr("With its presets expanded, the filter exceeds %1 terms or %2 values.")
                     .arg(MaxTerms)
                     .arg(MaxValues));
        else
            return true;
        return false;
    }

    NodePointer failDepth()
    {
        return fail(
            Trailglass::tr("With its presets expanded, the filter is nested more than %1 levels deep.")
                .arg(MaxDepth));
    }

    /// \param names  of the presets in the cycle, each once
    void failCycle(const std::vector<std::string> &names)
    {
        QStringList cycle;
        for (const std::string &name : names)
            cycle += shownName(name);
        cycle += cycle.first();
        if (cycle.size() > MaxShownCycle)
            cycle = cycle.first(MaxShownCycle) + QStringList(QStringLiteral("…"));
        fail(Trailglass::tr("Presets refer to each other in a cycle: %1. Change one of them.")
                 .arg(cycle.join(u" → ")));
    }

    NodePointer fail(const QString &message)
    {
        m_error = {ErrorKind::Usage, message};
        return nullptr;
    }

    const PresetLookup &m_lookup;
    std::unordered_map<std::string, Expanded> m_expanded; ///< by name
    std::vector<std::string> m_open; ///< presets around the node, outermost first
    Error m_error;
};

} // namespace

Result<NodePointer> expandPresets(const NodePointer &tree, const PresetLookup &lookup)
{
    return Expander(lookup).expand(tree);
}

} // namespace Trailglass::Filter
