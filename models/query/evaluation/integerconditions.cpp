// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/integerconditions.h"

#include "models/query/evaluation/rowlayout.h"
#include "models/query/index/packedcolumn.h"
#include "models/query/index/segmentcolumns.h"

#include <algorithm>
#include <limits>

namespace Trailglass {

namespace {

/// What a column keeps for times from \a time on: those from the returned one on.
quint64 storedFrom(const PackedColumn &column, UtcMicros time)
{
    if (time.value <= column.base())
        return 1;
    const auto unit = static_cast<quint64>(column.unit());
    const quint64 distance = static_cast<quint64>(time.value) - static_cast<quint64>(column.base());
    return (distance - 1) / unit + 2;
}

/// What a column keeps for the times of a window.
struct StoredWindow
{
    quint64 from = 1; ///< inclusive
    quint64 to = std::numeric_limits<quint64>::max(); ///< exclusive
};

std::vector<StoredWindow> storedWindows(const PackedColumn &column, const std::vector<TimeWindow> &windows)
{
    std::vector<StoredWindow> stored;
    for (const TimeWindow &window : windows) {
        StoredWindow &added = stored.emplace_back();
        if (window.from)
            added.from = storedFrom(column, *window.from);
        if (window.to)
            added.to = storedFrom(column, *window.to);
    }
    return stored;
}

} // namespace

IntegerCondition::IntegerCondition(std::size_t slot, std::string expression)
    : m_slot(slot)
    , m_expression(std::move(expression))
{
}

Truth IntegerCondition::fromIntegers(std::span<const qint64> integers) const
{
    return accepts(integers[m_slot]) ? Truth::Yes : Truth::No;
}

RowTruths IntegerCondition::fromColumns(const SegmentColumns &columns, const RowBits &asked) const
{
    return {accepted(columns.column(m_slot), asked), RowBits(asked.size())};
}

Filter::Match IntegerCondition::matches(const RowView &row) const
{
    return accepts(row.integers[m_slot]) ? Filter::Match::Yes : Filter::Match::No;
}

CodeCondition::CodeCondition(std::size_t slot, std::string expression, std::vector<bool> accepted,
                             bool acceptsNone)
    : IntegerCondition(slot, std::move(expression))
    , m_accepted(accepted.begin(), accepted.end())
    , m_acceptsNone(acceptsNone)
{
}

bool CodeCondition::accepts(qint64 value) const
{
    if (value == RowLayout::None)
        return m_acceptsNone;
    return value >= 0 && static_cast<std::size_t>(value) < m_accepted.size()
        && m_accepted[static_cast<std::size_t>(value)] != 0;
}

RowBits CodeCondition::accepted(const PackedColumn &column, const RowBits &asked) const
{
    // In a damaged column the sum may be any number; beyond the codes nothing is accepted.
    const quint64 offset = static_cast<quint64>(column.base()) - 1;
    return column.withStored([&](const auto &stored) {
        return asked.filtered([&](std::size_t row) {
            const quint64 kept = stored(row);
            const quint64 code = kept + offset;
            return kept == 0 ? m_acceptsNone : code < m_accepted.size() && m_accepted[code] != 0;
        });
    });
}

std::vector<qint64> CodeCondition::codes() const
{
    std::vector<qint64> codes;
    for (std::size_t code = 0; code < m_accepted.size() && codes.size() <= SqlText::MaxParameters; ++code) {
        if (m_accepted[code] != 0)
            codes.push_back(static_cast<qint64>(code));
    }
    return codes;
}

bool CodeCondition::appendSql(SqlText &sql) const
{
    const std::vector<qint64> accepted = codes();
    if (expression().empty() || ++sql.terms > SqlText::MaxTerms
        || sql.parameters.size() + accepted.size() > SqlText::MaxParameters)
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

RowBits TimeCondition::accepted(const PackedColumn &column, const RowBits &asked) const
{
    const std::vector<StoredWindow> windows = storedWindows(column, m_windows);
    return column.withStored([&](const auto &stored) {
        RowBits found(asked.size());
        for (const StoredWindow window : windows) {
            found |= asked.filtered([&](std::size_t row) {
                const quint64 kept = stored(row);
                return kept >= window.from && kept < window.to;
            });
        }
        return found;
    });
}

bool TimeCondition::appendSql(SqlText &sql) const
{
    sql.terms += static_cast<int>(m_windows.size()) + 1;
    if (sql.terms > SqlText::MaxTerms)
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

RowBits PresenceCondition::accepted(const PackedColumn &column, const RowBits &asked) const
{
    return column.withStored([&](const auto &stored) {
        return asked.filtered([&](std::size_t row) { return stored(row) != 0; });
    });
}

bool PresenceCondition::appendSql(SqlText &sql) const
{
    if (expression().empty() || ++sql.terms > SqlText::MaxTerms)
        return false;
    sql.text += '(' + expression() + " IS NOT NULL)";
    return true;
}

} // namespace Trailglass
