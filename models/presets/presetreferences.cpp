// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/presets/presetreferences.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/filter.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace Trailglass {

using namespace Filter;

namespace {

template <class Visit>
void visitReferences(const NodePointer &node, const Visit &visit)
{
    if (const auto *reference = std::get_if<PresetReference>(&node->content)) {
        visit(toQString(reference->name));
    } else if (const auto *negation = std::get_if<Not>(&node->content)) {
        visitReferences(negation->child, visit);
    } else if (const auto *all = std::get_if<And>(&node->content)) {
        for (const NodePointer &child : all->children)
            visitReferences(child, visit);
    } else if (const auto *any = std::get_if<Or>(&node->content)) {
        for (const NodePointer &child : any->children)
            visitReferences(child, visit);
    }
}

NodePointer renamed(const NodePointer &node, const QHash<QString, QString> &names);

template <class Chain>
NodePointer renamedChain(Chain chain, const QHash<QString, QString> &names)
{
    for (NodePointer &child : chain.children)
        child = renamed(child, names);
    return makeNode(std::move(chain));
}

NodePointer renamed(const NodePointer &node, const QHash<QString, QString> &names)
{
    if (const auto *reference = std::get_if<PresetReference>(&node->content)) {
        const QString name = toQString(reference->name);
        return makeNode(PresetReference{toUtf8(names.value(name, name))});
    }
    if (const auto *negation = std::get_if<Not>(&node->content))
        return makeNode(Not{renamed(negation->child, names)});
    if (const auto *all = std::get_if<And>(&node->content))
        return renamedChain(*all, names);
    if (const auto *any = std::get_if<Or>(&node->content))
        return renamedChain(*any, names);
    return node;
}

/// Follows presets to those they name.
class CircleFinder
{
public:
    CircleFinder(const QHash<QString, QString> &expressions, const CancelToken &cancel)
        : m_expressions(expressions)
        , m_cancel(cancel)
    {
    }

    Result<void> follow(const QString &name)
    {
        if (m_good.contains(name) || !m_expressions.contains(name))
            return {};
        if (m_open.contains(name))
            return presetsInACircle(m_open.mid(m_open.indexOf(name)) + QStringList(name));
        if (m_open.size() > MaxDepth)
            return presetsNestedTooDeep();
        if (m_cancel.isCancelled())
            return presetsCancelled();
        m_open.append(name);
        for (const QString &named : presetsNamedIn(m_expressions.value(name))) {
            const Result<void> followed = follow(named);
            if (!followed)
                return followed;
        }
        m_open.removeLast();
        m_good.insert(name);
        return {};
    }

private:
    const QHash<QString, QString> &m_expressions;
    const CancelToken &m_cancel;
    QStringList m_open; ///< on the way to the one that is looked at
    QSet<QString> m_good;
};

} // namespace

Result<void> checkNoCircle(const QStringList &names, const QHash<QString, QString> &expressions,
                           const CancelToken &cancel)
{
    CircleFinder finder(expressions, cancel);
    for (const QString &name : names) {
        const Result<void> followed = finder.follow(name);
        if (!followed)
            return followed;
    }
    return {};
}

Error presetsInACircle(const QStringList &circle)
{
    QStringList shown;
    for (const QString &name : circle)
        shown.append(visibleText(name));
    return {.kind = ErrorKind::Usage,
            .message = tr("Presets refer to each other in a cycle: %1. Change one of them.")
                           .arg(shown.join(QStringLiteral(" → ")))};
}

Error presetsNestedTooDeep()
{
    return {.kind = ErrorKind::Usage,
            .message = tr("The presets are nested more than %1 levels deep.").arg(MaxDepth)};
}

Error presetsCancelled()
{
    return {.kind = ErrorKind::Cancelled, .message = tr("Stopped. The presets were not changed.")};
}

QStringList presetsNamedIn(const QString &expression)
{
    const ParseResult parsed = parse(expression);
    QStringList names;
    QSet<QString> known;
    if (const auto *tree = std::get_if<NodePointer>(&parsed)) {
        visitReferences(*tree, [&](const QString &name) {
            if (!known.contains(name))
                names.append(name);
            known.insert(name);
        });
    }
    return names;
}

bool isPresetNamedIn(const QString &expression, const QString &name)
{
    // However a name is quoted, this part of it stands as it is.
    static const QRegularExpression Quoting(QStringLiteral("[\"\\\\*?,]"));
    const QStringList parts = name.split(Quoting);
    const auto longest = std::ranges::max_element(parts, {}, &QString::size);
    return expression.contains(*longest) && presetsNamedIn(expression).contains(name);
}

QString withPresetsRenamed(const QString &expression, const QHash<QString, QString> &names)
{
    const QStringList named = presetsNamedIn(expression);
    if (std::ranges::none_of(named, [&names](const QString &name) { return names.contains(name); }))
        return expression;
    return print(renamed(std::get<NodePointer>(parse(expression)), names));
}

} // namespace Trailglass
