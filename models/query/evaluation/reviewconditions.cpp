// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/reviewconditions.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/filter/reviewstates.h"
#include "models/filter/valuematcher.h"
#include "models/query/evaluation/logicalconditions.h"
#include "models/query/evaluation/querystopped.h"
#include "models/query/evaluation/rowconditions.h"
#include "models/store/reviewtable.h"

#include <optional>
#include <utility>
#include <vector>

namespace Trailglass {

namespace {

/// Tests what stands at some rows, one after the other.
class RowTester
{
public:
    RowTester(const Filter::ValueMatcher &matcher, const CancelToken &cancel)
        : m_matcher(matcher)
        , m_cancel(cancel)
        , m_acceptsNone(matcher.matchesEmpty())
    {
    }

    /// \param row  greater than the last one
    void test(RowId row, std::string_view text)
    {
        if (m_error)
            return;
        const Filter::Match match =
            m_cancel.isCancelled() ? Filter::Match::LimitPassed : m_matcher.matches(text);
        if (match == Filter::Match::LimitPassed)
            m_error = m_cancel.isCancelled() ? queryStopped() : Filter::matchLimitError();
        // All rows that the table lacks have no value: the list is of those that differ from them.
        else if ((match == Filter::Match::Yes) != m_acceptsNone)
            m_rows.push_back(row);
    }

    Result<ConditionPointer> condition()
    {
        if (m_error)
            return *m_error;
        return ConditionPointer(std::make_shared<RowListCondition>(std::move(m_rows), !m_acceptsNone));
    }

private:
    const Filter::ValueMatcher &m_matcher;
    const CancelToken &m_cancel;
    const bool m_acceptsNone;
    std::vector<RowId> m_rows;
    std::optional<Error> m_error;
};

Result<ConditionPointer> markCondition(SqlConnection &connection, const Filter::ValueMatcher &matcher,
                                       const CancelToken &cancel)
{
    RowTester tester(matcher, cancel);
    TRY(ReviewTable::visitMarks(
        connection, [&tester](const EventMark &mark) { tester.test(mark.row, name(mark.colour)); }));
    return tester.condition();
}

Result<ConditionPointer> noteCondition(SqlConnection &connection, const Filter::ValueMatcher &matcher,
                                       const CancelToken &cancel)
{
    RowTester tester(matcher, cancel);
    TRY(ReviewTable::visitNotes(
        connection, [&tester](const EventNote &note) { tester.test(note.row, toUtf8(note.note)); }));
    return tester.condition();
}

/// Compiles the term that asks for any value of a field.
Result<Filter::ValueMatcher> anyValueOf(Filter::ReviewField field)
{
    return Filter::ValueMatcher::compile(
        Filter::Term{field, Filter::Comparison::Matches, {Filter::PresentValue{}}});
}

Result<ConditionPointer> stateCondition(SqlConnection &connection, const Filter::WantedStates &wanted,
                                        RowId reviewed, const CancelToken &cancel)
{
    std::vector<ConditionPointer> states;
    if (wanted.isNew)
        states.push_back(std::make_shared<LaterRowCondition>(reviewed));
    if (wanted.isMarked) {
        TRY(const auto matcher, anyValueOf(Filter::ReviewField::Mark));
        TRY(auto marked, markCondition(connection, matcher, cancel));
        states.push_back(std::move(marked));
    }
    if (wanted.isNoted) {
        TRY(const auto matcher, anyValueOf(Filter::ReviewField::Note));
        TRY(auto noted, noteCondition(connection, matcher, cancel));
        states.push_back(std::move(noted));
    }
    return disjunction(std::move(states));
}

} // namespace

Result<ConditionPointer> reviewCondition(SqlConnection &connection, const Filter::Term &term, RowId reviewed,
                                         const CancelToken &cancel)
{
    const auto field = std::get<Filter::ReviewField>(term.field);
    if (field == Filter::ReviewField::Is)
        return stateCondition(connection, Filter::wantedStates(term), reviewed, cancel);
    TRY(const auto matcher, Filter::ValueMatcher::compile(term, cancel));
    return field == Filter::ReviewField::Mark ? markCondition(connection, matcher, cancel)
                                              : noteCondition(connection, matcher, cancel);
}

} // namespace Trailglass
