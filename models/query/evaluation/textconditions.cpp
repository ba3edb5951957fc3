// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/textconditions.h"

#include <utility>

namespace Trailglass {

using Filter::Match;

TextCondition::TextCondition(std::optional<std::size_t> slot, Filter::ValueMatcher matcher)
    : m_slot(slot)
    , m_matcher(std::move(matcher))
{
}

Match TextCondition::matches(const RowView &row) const
{
    const std::string_view text = m_slot ? row.texts[*m_slot] : row.raw();
    if (text.empty())
        return m_matcher.matchesEmpty() ? Match::Yes : Match::No;
    return m_matcher.matches(text, row.time);
}

SearchCondition::SearchCondition(std::optional<std::size_t> slot,
                                 std::shared_ptr<const Filter::TextSearcher> searcher, CancelToken cancel)
    : m_slot(slot)
    , m_searcher(std::move(searcher))
    , m_cancel(std::move(cancel))
{
}

Match SearchCondition::matches(const RowView &row) const
{
    if (m_cancel.isCancelled())
        return Match::LimitPassed;
    const bool found = m_slot ? m_searcher->contains(row.texts[*m_slot])
                              : m_searcher->containsInJson(row.raw(), row.scratch);
    return found ? Match::Yes : Match::No;
}

bool SearchCondition::mayMatchAny(std::string_view raws, std::string &scratch) const
{
    if (m_cancel.isCancelled())
        return true;
    return m_slot ? m_searcher->contains({}) : m_searcher->containsInJson(raws, scratch);
}

PathCondition::PathCondition(Filter::PathMatcher matcher)
    : m_matcher(std::move(matcher))
{
}

Match PathCondition::matches(const RowView &row) const
{
    return m_matcher.matches(row.raw(), row.time);
}

bool PathCondition::mayMatchAny(std::string_view raws, std::string &) const
{
    return m_matcher.mayMatchAny(raws);
}

} // namespace Trailglass
