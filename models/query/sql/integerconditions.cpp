// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/sql/integerconditions.h"

#include "models/query/sql/rowlayout.h"

#include <algorithm>

namespace Trailglass {

IntegerCondition::IntegerCondition(std::size_t slot, std::string expression)
    : m_slot(slot)
    , m_expression(std::move(expression))
{
}

Truth IntegerCondition::fromIntegers(std::span<const qint64> integers) const
{
    return accepts(integers[m_slot]) ? Truth::Yes : Truth::No;
}

Filter::Match IntegerCondition::matches(const RowView &row) const
{
    return accepts(row.integers[m_slot]) ? Filter::Match::Yes : Filter::Match::No;
}

CodeCondition::CodeCondition(std::size_t slot, std::string expression, std::vector<bool> accepted,
                             bool acceptsNone)
    : IntegerCondition(slot, std::move(expression))
    , m_accepted(std::move(accepted))
    , m_acceptsNone(acceptsNone)
{
}

bool CodeCondition::accepts(qint64 value) const
{
    if (value == RowLayout::None)
        return m_acceptsNone;
    return value >= 0 && static_cast<std::size_t>(value) < m_accepted.size()
        && m_accepted[static_cast<std::size_t>(value)];
}

std::vector<qint64> CodeCondition::codes() const
{
    std::vector<qint64> codes;
    for (std::size_t code = 0; code < m_accepted.size() && codes.size() <= SqlText::MaximumParameters;
         ++code) {
        if (m_accepted[code])
            codes.push_back(static_cast<qint64>(code));
    }
    return codes;
}

bool CodeCondition::appendSql(SqlText &sql) const
{
    const std::vector<qint64> accepted = codes();
    if (expression().empty() || ++sql.terms > SqlText::MaximumTerms
        || sql.parameters.size() + accepted.size() > SqlText::MaximumParameters)
        return false;
    // `NULL IN (…)` would be NULL, and so would its negation: the test for NULL makes it two-valued.
    const std::string &code = expression();
    sql.text += '(' + code + (m_acceptsNone ? " IS NULL OR " : " IS NOT NULL AND ") + code + " IN (";
    for (std::size_t index = 0; index < accepted.size(); ++index)
        sql.text += index == 0 ? "?" : ",?";
    sql.text += "))";
    sql.parameters.insert(sql.parameters.end(), accepted.begin(), accepted.end());
    return true;
}

TimeCondition::TimeCondition(std::size_t slot, std::string expression, std::vector<TimeWindow> windows)
    : IntegerCondition(slot, std::move(expression))
    , m_windows(std::move(windows))
{
}

bool TimeCondition::accepts(qint64 value) const
{
    return std::ranges::any_of(
        m_windows, [value](const TimeWindow &window) { return window.contains(UtcMicros{value}); });
}

bool TimeCondition::appendSql(SqlText &sql) const
{
    sql.terms += static_cast<int>(m_windows.size()) + 1;
    if (sql.terms > SqlText::MaximumTerms)
        return false;
    sql.text += "(0";
    for (const TimeWindow &window : m_windows) {
        sql.text += " OR (1";
        if (window.from) {
            sql.text += " AND " + expression() + " >= ?";
            sql.parameters.push_back(window.from->value);
        }
        if (window.to) {
            sql.text += " AND " + expression() + " < ?";
            sql.parameters.push_back(window.to->value);
        }
        sql.text += ')';
    }
    sql.text += ')';
    return true;
}

bool PresenceCondition::accepts(qint64 value) const
{
    return value != RowLayout::None;
}

bool PresenceCondition::appendSql(SqlText &sql) const
{
    if (expression().empty() || ++sql.terms > SqlText::MaximumTerms)
        return false;
    sql.text += '(' + expression() + " IS NOT NULL)";
    return true;
}

} // namespace Trailglass
