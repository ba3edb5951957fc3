// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace Trailglass {

class ResultSnapshot;

/// Some neighbouring places of rows.
struct PlaceRange
{
    std::size_t first = 0;
    std::size_t count = 0;

    friend bool operator==(const PlaceRange &, const PlaceRange &) = default;
};

/// Rows of a result in an order that matters, ten million of them at times: the whole result or places of it.
/// Immutable. They are read by their places, see RecordSource.
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

    /// The result that the rows are of; lives as long as these.
    [[nodiscard]] virtual const ResultSnapshot &result() const = 0;
    /// Where in the result some of the rows are, in their order.
    /// \param part  of the rows; what is beyond their end is left out
    /// \returns no empty range
    [[nodiscard]] virtual std::vector<PlaceRange> placesOf(PlaceRange part) const = 0;
};

/// Some ranges of a result, one after the other.
class RowRanges final : public ResultRows
{
public:
    /// \param ranges  within \a result, which is not null
    RowRanges(std::shared_ptr<const ResultSnapshot> result, std::vector<PlaceRange> ranges);

    [[nodiscard]] std::size_t size() const override { return m_size; }
    [[nodiscard]] const ResultSnapshot &result() const override { return *m_result; }
    [[nodiscard]] std::vector<PlaceRange> placesOf(PlaceRange part) const override;

private:
    std::shared_ptr<const ResultSnapshot> m_result;
    std::vector<PlaceRange> m_ranges;
    std::size_t m_size = 0;
};

/// The row numbers of some rows.
/// \param part  of the rows; what is beyond their end is left out
/// \pre all row numbers of the result are in memory: ResultSnapshot::list() is not null
[[nodiscard]] std::vector<RowId> listedRows(const ResultRows &rows, PlaceRange part);

} // namespace Trailglass
