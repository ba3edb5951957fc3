// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"
#include "models/query/evaluation/condition.h"

namespace Trailglass {

class PackedColumn;

/// Answers from an integer slot alone.
class IntegerCondition : public Condition
{
public:
    /// \param expression  what the slot holds, in SQL; empty when SQL cannot say it
    IntegerCondition(std::size_t slot, std::string expression);

    [[nodiscard]] Cost cost() const final { return Cost::Integers; }
    [[nodiscard]] Truth fromIntegers(std::span<const qint64> integers) const final;
    [[nodiscard]] RowTruths fromColumns(const SegmentColumns &columns, const RowBits &asked) const final;
    [[nodiscard]] Filter::Match matches(const RowView &row) const final;
    [[nodiscard]] bool readsIntegers() const final { return true; }

protected:
    [[nodiscard]] virtual bool accepts(qint64 value) const = 0;
    /// The rows of \a asked that are accepted.
    [[nodiscard]] virtual RowBits accepted(const PackedColumn &column, const RowBits &asked) const = 0;
    [[nodiscard]] const std::string &expression() const { return m_expression; }

private:
    std::size_t m_slot;
    std::string m_expression;
};

/// The code is one of a set.
class CodeCondition final : public IntegerCondition
{
public:
    /// \param accepted  by code; codes beyond are not accepted
    /// \param acceptsNone  whether rows without a value are
    CodeCondition(std::size_t slot, std::string expression, std::vector<bool> accepted, bool acceptsNone);

    [[nodiscard]] bool appendSql(SqlText &sql) const override;

protected:
    [[nodiscard]] bool accepts(qint64 value) const override;
    [[nodiscard]] RowBits accepted(const PackedColumn &column, const RowBits &asked) const override;

private:
    [[nodiscard]] std::vector<qint64> codes() const;

    std::vector<quint8> m_accepted; ///< by code; bytes, since it is asked for each row
    bool m_acceptsNone;
};

/// The time lies in one of some windows. Times are never missing.
class TimeCondition final : public IntegerCondition
{
public:
    TimeCondition(std::size_t slot, std::string expression, std::vector<TimeWindow> windows);

    [[nodiscard]] bool appendSql(SqlText &sql) const override;

protected:
    [[nodiscard]] bool accepts(qint64 value) const override;
    [[nodiscard]] RowBits accepted(const PackedColumn &column, const RowBits &asked) const override;

private:
    std::vector<TimeWindow> m_windows;
};

/// There is a value, whatever it is.
class PresenceCondition final : public IntegerCondition
{
public:
    using IntegerCondition::IntegerCondition;

    [[nodiscard]] bool appendSql(SqlText &sql) const override;

protected:
    [[nodiscard]] bool accepts(qint64 value) const override;
    [[nodiscard]] RowBits accepted(const PackedColumn &column, const RowBits &asked) const override;
};

} // namespace Trailglass
