// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/resultrows.h"

#include <optional>

namespace Trailglass {

/// The result of a query: rows in order, true for one state of the database. Immutable.
///
/// A handle: where the rows are is the engine's choice, so there is no way to have all of them at once.
/// Look-ups by row never wait. They know the rows that are at hand: all of a result in memory (then each is
/// one pass over the row numbers, about 10 ms for ten million, unless said otherwise), else at least those of
/// pages that were read. For other rows they find nothing, which a caller must be able to live with.
/// \thread any
class ResultSnapshot : public ResultRows
{
public:
    /// The greatest row that was considered. Immediate.
    [[nodiscard]] virtual RowId lastRow() const = 0;

    /// The row at a place, when it is at hand. Immediate.
    /// \pre place < size()
    [[nodiscard]] virtual std::optional<RowId> rowAt(std::size_t place) const = 0;
    /// \returns the place of \a row
    [[nodiscard]] virtual std::optional<std::size_t> find(RowId row) const = 0;
    /// \returns the places of those of \a rows that are in the result, ascending; one pass for all of them
    [[nodiscard]] virtual std::vector<std::size_t> placesOf(std::vector<RowId> rows) const = 0;
    /// How many rows arrived after \a row.
    [[nodiscard]] virtual std::size_t countAfter(RowId row) const = 0;
    /// Whether the rows of \a other are the last ones of this, all of it included. One pass over those of
    /// \a other.
    [[nodiscard]] virtual bool endsWith(const ResultSnapshot &other) const = 0;

    /// Whether both have the same rows in the same order.
    [[nodiscard]] bool hasRowsOf(const ResultSnapshot &other) const
    {
        return size() == other.size() && endsWith(other);
    }
};

using ResultPointer = std::shared_ptr<const ResultSnapshot>;

} // namespace Trailglass
