// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"
#include "models/query/evaluation/condition.h"

#include <cstddef>
#include <vector>

namespace Trailglass {

class PackedColumn;

/// Needs one integer slot alone.
class IntegerCondition : public Condition
{
public:
    explicit IntegerCondition(std::size_t slot);

    [[nodiscard]] Cost cost() const final { return Cost::Integers; }
    [[nodiscard]] RowTruths fromColumns(const SegmentColumns &columns, const RowBits &candidates) const final;
    [[nodiscard]] Filter::Match matches(const RowView &row) const final;
    [[nodiscard]] bool readsIntegers() const final { return true; }

protected:
    [[nodiscard]] virtual bool accepts(qint64 value) const = 0;
    /// The rows of \a candidates that are accepted.
    [[nodiscard]] virtual RowBits accepted(const PackedColumn &column, const RowBits &candidates) const = 0;

private:
    std::size_t m_slot;
};

/// The code is one of a set.
class CodeCondition final : public IntegerCondition
{
public:
    /// \param accepted  by code; codes beyond are not accepted
    /// \param acceptsNone  whether rows without a value are
    CodeCondition(std::size_t slot, const std::vector<bool> &accepted, bool acceptsNone);

protected:
    [[nodiscard]] bool accepts(qint64 value) const override;
    [[nodiscard]] RowBits accepted(const PackedColumn &column, const RowBits &candidates) const override;

private:
    std::vector<quint8> m_accepted; ///< by code; bytes, since each row reads one
    bool m_acceptsNone;
};

/// The time lies in one of some windows. Times are never missing.
class TimeCondition final : public IntegerCondition
{
public:
    /// \param windows  in order, with gaps between them, as of Filter::resolveTimes()
    TimeCondition(std::size_t slot, std::vector<TimeWindow> windows);

protected:
    [[nodiscard]] bool accepts(qint64 value) const override;
    [[nodiscard]] RowBits accepted(const PackedColumn &column, const RowBits &candidates) const override;

private:
    std::vector<TimeWindow> m_windows;
};

/// There is a value, whatever it is.
class PresenceCondition final : public IntegerCondition
{
public:
    using IntegerCondition::IntegerCondition;

protected:
    [[nodiscard]] bool accepts(qint64 value) const override;
    [[nodiscard]] RowBits accepted(const PackedColumn &column, const RowBits &candidates) const override;
};

} // namespace Trailglass
