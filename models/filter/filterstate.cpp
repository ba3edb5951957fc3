// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filterstate.h"

#include "models/filter/sourcenames.h"

#include <utility>

namespace Trailglass {

namespace {

/// Whether \a text has a space right after \a before.
bool endsLastWord(const QString &before, const QString &text)
{
    return text.size() > before.size() && text.startsWith(before) && text[before.size()].isSpace();
}

} // namespace

FilterState::FilterState(QObject *parent)
    : QObject(parent)
    , m_tree(Filter::makeNode(Filter::All{}))
    , m_accepted(m_tree)
{
}

void FilterState::put(FilterInput input, Filter::NodePointer tree, std::optional<Filter::SyntaxError> error,
                      Way way)
{
    const bool textDiffers = input.text != m_text || error != m_error;
    const bool disabledDiffer = input.disabled != m_disabled;
    const bool treeDiffers = !Filter::sameTree(tree, m_tree);
    m_text = std::move(input.text);
    m_disabled = std::move(input.disabled);
    m_error = std::move(error);
    if (treeDiffers)
        m_tree = std::move(tree);
    if (way == Way::OneStroke)
        m_accepted.accept(m_tree);
    const Filter::NodePointer changed = m_tree;
    if (textDiffers)
        Q_EMIT textChanged(m_text);
    if (disabledDiffer)
        Q_EMIT disabledTermsChanged();
    // A receiver may have changed the text again; treeChanged() was then emitted for that tree.
    if (treeDiffers && m_tree == changed)
        Q_EMIT treeChanged(m_tree);
}

void FilterState::setText(QString text)
{
    if (text == m_text)
        return;
    if (endsLastWord(m_text, text))
        accept();
    m_isTyped = true;
    Filter::NodePointer otherwise = m_accepted.whileBroken(text);
    read({std::move(text), m_disabled}, std::move(otherwise), Way::Letters);
}

void FilterState::typeOver(QString text)
{
    if (text == m_text)
        return;
    endTyping();
    m_isTyped = true;
    m_accepted.accept(m_tree); // all of it was selected: it was no beginning
    read({std::move(text), {}}, m_tree, Way::Letters);
}

void FilterState::setSourceNames(const QStringList &names)
{
    if (m_rule && names == m_sourceNames)
        return;
    m_sourceNames = names;
    m_rule = Filter::knownSources(names);
    read(input(), m_accepted.whileBroken(m_text), Way::Letters);
}

/// \param otherwise  in force while the text is broken
void FilterState::read(FilterInput input, Filter::NodePointer otherwise, Way way)
{
    const Filter::ParseResult result = Filter::parse(input.text, m_rule);
    if (const auto *tree = std::get_if<Filter::NodePointer>(&result))
        put(std::move(input), *tree, std::nullopt, way);
    else
        put(std::move(input), std::move(otherwise), std::get<Filter::SyntaxError>(result), way);
}

void FilterState::replace(FilterInput input)
{
    restore(std::move(input), m_tree);
}

void FilterState::restore(FilterInput input, Filter::NodePointer tree)
{
    Q_ASSERT(tree);
    if (input == this->input())
        return accept();
    endTyping();
    read(std::move(input), std::move(tree), Way::OneStroke);
}

/// What was typed is about to be replaced, or a term beside it is.
void FilterState::endTyping()
{
    if (std::exchange(m_isTyped, false))
        setHistory(QStringList(m_text) + m_history);
}

void FilterState::setTree(Filter::NodePointer tree)
{
    write(std::move(tree), m_disabled);
}

void FilterState::setTerms(const std::vector<FilterTerm> &terms)
{
    write(FilterTerms::tree(terms), FilterTerms::disabled(terms));
}

void FilterState::write(Filter::NodePointer tree, DisabledTerms disabled)
{
    Q_ASSERT(tree);
    const QString text = Filter::print(tree);
    const Filter::ParseResult result = Filter::parse(text);
    if (const auto *error = std::get_if<Filter::SyntaxError>(&result)) {
        Q_EMIT refused(Filter::sentence(*error));
        return;
    }
    if (text != m_text || disabled != m_disabled)
        endTyping();
    put({text, std::move(disabled)}, std::move(tree), std::nullopt, Way::OneStroke);
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
    if (m_error)
        return;
    accept();
    setHistory(QStringList(m_text) + m_history);
    Q_EMIT remembered();
}

void FilterState::accept()
{
    if (!m_error)
        m_accepted.accept(m_tree);
}

void FilterState::rest()
{
    if (!m_error)
        m_accepted.rest(m_text, m_tree);
}

} // namespace Trailglass

#include "moc_filterstate.cpp"
