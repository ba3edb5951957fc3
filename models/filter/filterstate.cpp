// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filterstate.h"

#include "models/filter/sourcenames.h"

#include <utility>

namespace Trailglass {

FilterState::FilterState(QObject *parent)
    : QObject(parent)
    , m_tree(Filter::makeNode(Filter::All{}))
{
}

void FilterState::put(QString text, Filter::NodePointer tree, std::optional<Filter::SyntaxError> error)
{
    const bool textDiffers = text != m_text || error != m_error;
    const bool treeDiffers = !Filter::sameTree(tree, m_tree);
    m_text = std::move(text);
    m_error = std::move(error);
    if (treeDiffers)
        m_tree = std::move(tree);
    const Filter::NodePointer changed = m_tree;
    if (textDiffers)
        Q_EMIT textChanged(m_text);
    // A receiver may have changed the text again; treeChanged() was then emitted for that tree.
    if (treeDiffers && m_tree == changed)
        Q_EMIT treeChanged(m_tree);
}

void FilterState::setText(QString text)
{
    if (text == m_text)
        return;
    m_isTyped = true;
    read(std::move(text));
}

void FilterState::setSourceNames(const QStringList &names)
{
    if (m_rule && names == m_sourceNames)
        return;
    m_sourceNames = names;
    m_rule = Filter::knownSources(names);
    read(m_text);
}

void FilterState::read(QString text)
{
    const Filter::ParseResult result = Filter::parse(text, m_rule);
    if (const auto *tree = std::get_if<Filter::NodePointer>(&result))
        put(std::move(text), *tree, std::nullopt);
    else
        put(std::move(text), m_tree, std::get<Filter::SyntaxError>(result));
}

void FilterState::replaceText(QString text)
{
    if (text == m_text)
        return;
    keepTyped();
    setText(std::move(text));
    m_isTyped = false;
}

void FilterState::keepTyped()
{
    if (m_isTyped)
        setHistory(QStringList(m_text) + m_history);
}

void FilterState::setTree(Filter::NodePointer tree)
{
    Q_ASSERT(tree);
    const QString text = Filter::print(tree);
    const Filter::ParseResult result = Filter::parse(text);
    if (const auto *error = std::get_if<Filter::SyntaxError>(&result)) {
        Q_EMIT refused(Filter::sentence(*error));
        return;
    }
    if (text != m_text) {
        keepTyped();
        m_isTyped = false;
    }
    put(text, std::move(tree), std::nullopt);
}

void FilterState::setHistory(const QStringList &history)
{
    QStringList kept;
    for (const QString &text : history) {
        if (!text.trimmed().isEmpty() && !kept.contains(text) && kept.size() < MaxHistory)
            kept += text;
    }
    if (kept == m_history)
        return;
    m_history = kept;
    Q_EMIT historyChanged(m_history);
}

void FilterState::remember()
{
    if (!m_error)
        setHistory(QStringList(m_text) + m_history);
}

} // namespace Trailglass
