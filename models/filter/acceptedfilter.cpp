// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/acceptedfilter.h"

#include <QStringView>

#include <algorithm>
#include <utility>

namespace Trailglass {

namespace {

bool endsAWord(QChar character)
{
    return character.isSpace() || character == u'(' || character == u')' || character == u'"';
}

/// Whether \a text goes on with the last word of \a before, which was no term with an operator.
bool continuesAName(const QString &before, const QString &text)
{
    if (text.size() <= before.size() || !text.startsWith(before) || endsAWord(text[before.size()]))
        return false;
    const auto end = std::find_if(before.crbegin(), before.crend(), endsAWord);
    const auto length = end - before.crbegin();
    const QStringView word = QStringView(before).last(length);
    const auto isOperator = [](QChar character) {
        return character == u':' || character == u'=' || character == u'<' || character == u'>';
    };
    return !word.isEmpty() && std::ranges::none_of(word, isOperator);
}

} // namespace

AcceptedFilter::AcceptedFilter(Filter::NodePointer tree)
    : m_accepted(std::move(tree))
{
}

void AcceptedFilter::accept(Filter::NodePointer tree)
{
    m_accepted = std::move(tree);
    m_rested.reset();
}

void AcceptedFilter::rest(const QString &text, const Filter::NodePointer &tree)
{
    if (Filter::sameTree(tree, m_accepted))
        return m_rested.reset();
    // A name with a letter more or less is the same one, still on its way.
    const bool isSameName = m_rested
        && (continuesAName(m_rested->text, text) || continuesAName(text, m_rested->text)
            || Filter::sameTree(m_rested->tree, tree));
    if (m_rested && !isSameName)
        m_accepted = m_rested->tree;
    m_rested = Rested{text, tree};
}

const Filter::NodePointer &AcceptedFilter::whileBroken(const QString &text) const
{
    return m_rested && !continuesAName(m_rested->text, text) ? m_rested->tree : m_accepted;
}

} // namespace Trailglass
