// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/result.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace Trailglass {

/// Rows of events in an order that matters, ten million of them at times, read in pages. Immutable.
/// \thread any
class ResultRows
{
public:
    ResultRows() = default;
    virtual ~ResultRows() = default;
    ResultRows(const ResultRows &) = delete;
    ResultRows &operator=(const ResultRows &) = delete;

    /// How many there are. Immediate.
    [[nodiscard]] virtual std::size_t size() const = 0;
    [[nodiscard]] bool isEmpty() const { return size() == 0; }

    /// At most \a max rows from place \a first on; fewer, or none, where the rows end before.
    ///
    /// May wait for a disk or a network: not for the GUI thread.
    /// \error what the engine's queries fail with
    [[nodiscard]] virtual Result<std::vector<RowId>> page(std::size_t first, std::size_t max) const = 0;
};

/// Some ranges of other rows, one after the other.
class RowRanges final : public ResultRows
{
public:
    /// Places of the rows that the ranges are of.
    struct Range
    {
        std::size_t first = 0;
        std::size_t count = 0;
    };

    /// \param ranges  within \a rows
    RowRanges(std::shared_ptr<const ResultRows> rows, std::vector<Range> ranges);

    [[nodiscard]] std::size_t size() const override { return m_size; }
    [[nodiscard]] Result<std::vector<RowId>> page(std::size_t first, std::size_t max) const override;

private:
    std::shared_ptr<const ResultRows> m_rows;
    std::vector<Range> m_ranges;
    std::size_t m_size = 0;
};

} // namespace Trailglass
