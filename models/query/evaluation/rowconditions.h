// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/query/evaluation/condition.h"

#include <vector>

namespace Trailglass {

/// Needs the number of the row alone.
class RowCondition : public Condition
{
public:
    [[nodiscard]] Cost cost() const final { return Cost::Integers; }
    [[nodiscard]] RowTruths fromColumns(const SegmentColumns &columns, const RowBits &candidates) const final;
    [[nodiscard]] Filter::Match matches(const RowView &row) const final;

protected:
    [[nodiscard]] virtual bool accepts(RowId row) const = 0;
    /// The rows of \a candidates that are accepted.
    /// \param first  the row that \a candidates counts from
    [[nodiscard]] virtual RowBits accepted(RowId first, const RowBits &candidates) const = 0;
};

/// The row is in a list, or is not.
class RowListCondition final : public RowCondition
{
public:
    /// \param rows  ascending
    /// \param acceptsListed  whether the rows of the list are accepted, or all others
    RowListCondition(std::vector<RowId> rows, bool acceptsListed);

protected:
    [[nodiscard]] bool accepts(RowId row) const override;
    [[nodiscard]] RowBits accepted(RowId first, const RowBits &candidates) const override;

private:
    std::vector<RowId> m_rows;
    bool m_acceptsListed;
};

/// The row came after another one.
class LaterRowCondition final : public RowCondition
{
public:
    explicit LaterRowCondition(RowId last);

protected:
    [[nodiscard]] bool accepts(RowId row) const override;
    [[nodiscard]] RowBits accepted(RowId first, const RowBits &candidates) const override;

private:
    RowId m_last; ///< that is not accepted
};

} // namespace Trailglass
