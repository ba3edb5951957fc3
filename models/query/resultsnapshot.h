// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/querycontext.h"
#include "models/query/resultrows.h"

#include <algorithm>
#include <optional>

namespace Trailglass {

class RowList;

/// The result of a query: rows in order, true for one state of the database. Immutable.
///
/// A handle: where the rows are is the engine's choice. Those of a workspace are all in memory; an archive's
/// are read by place.
/// Look-ups by row never wait. They know the rows that are at hand: all of a result in memory (then each is
/// one pass over the row numbers, about 10 ms for ten million, unless said otherwise), else at least those of
/// places that were read, and those that RecordSource::placeOf() was called for. For other rows they find
/// nothing, which a caller must be able to live with.
/// \thread any
class ResultSnapshot : public ResultRows
{
public:
    [[nodiscard]] const ResultSnapshot &result() const final { return *this; }
    [[nodiscard]] std::vector<PlaceRange> placesOf(PlaceRange part) const final
    {
        const std::size_t first = std::min(part.first, size());
        const std::size_t count = std::min(part.count, size() - first);
        return count == 0 ? std::vector<PlaceRange>() : std::vector{PlaceRange{first, count}};
    }

    /// All row numbers, in order; null where they are not in memory. Immediate. Lives as long as the result.
    [[nodiscard]] virtual const RowList *list() const { return nullptr; }
    /// What the result is true for: with it in their QueryContext, later queries count the same events. Null
    /// for a result that stands for no state, such as one that is still being searched.
    [[nodiscard]] virtual StatePointer state() const { return {}; }
    /// The greatest row that was considered; none where rows of several origins have no common order. Immediate.
    [[nodiscard]] virtual RowId lastRow() const = 0;

    /// The row at a place, when it is at hand. Immediate.
    /// \pre place < size()
    [[nodiscard]] virtual std::optional<RowId> rowAt(std::size_t place) const = 0;
    /// \returns the place of \a row
    [[nodiscard]] virtual std::optional<std::size_t> find(RowId row) const = 0;
    /// \returns the places of those of \a rows that are in the result, ascending; one pass for all of them
    [[nodiscard]] virtual std::vector<std::size_t> findAll(std::vector<RowId> rows) const = 0;
    /// How many rows arrived after \a earlier was made. Where that cannot be seen from rows, it is by how many
    /// there are more.
    /// \param earlier  of the same query
    [[nodiscard]] virtual std::size_t countSince(const ResultSnapshot &earlier) const = 0;
    /// Whether the rows of \a other are known to be the last ones of this, all of it included. One pass over
    /// those of \a other.
    [[nodiscard]] virtual bool endsWith(const ResultSnapshot &other) const = 0;

    /// Whether both have the same rows in the same order.
    [[nodiscard]] bool hasRowsOf(const ResultSnapshot &other) const
    {
        return size() == other.size() && endsWith(other);
    }
};

using ResultPointer = std::shared_ptr<const ResultSnapshot>;

} // namespace Trailglass
