// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/event.h"
#include "models/core/result.h"
#include "models/query/resultsnapshot.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace Trailglass {

/// Reads the records of results, by place or by row.
///
/// Blocking. Results are those of an engine for the same place.
/// \thread the one that made it
/// \error Storage; Cancelled; for records elsewhere also what its network fails with
class RecordSource
{
public:
    virtual ~RecordSource() = default;

    /// Takes one record and keeps what it needs of it.
    /// \param place  in the part, from 0
    using Take = std::function<void(std::size_t place, EventRecord &&record)>;

    /// Passes on the records of a part of some rows, in order; rows that are gone (purged since the result) are
    /// left out.
    ///
    /// \param part  at most some thousand rows: all of them are in memory at once. What is beyond the end of
    /// \a rows is left out
    /// \param withRaw  whether Event::raw is filled
    virtual Result<void> read(const ResultRows &rows, PlaceRange part, bool withRaw, const Take &take,
                              const CancelToken &cancel) = 0;

    /// Rows of a page of readPages(): few enough to react to a cancel at once, enough that blocks of raw JSON are
    /// opened once.
    static constexpr std::size_t PageRows = 1024;

    /// Takes the next records.
    /// \error ends the reading, which fails with it
    using TakePage = std::function<Result<void>(std::vector<EventRecord> &&records)>;

    /// Passes on all records of some rows, however many, in order and in pages of at most PageRows; rows that are
    /// gone are left out. Memory stays flat; the rows need not be at hand afterwards.
    virtual Result<void> readPages(const ResultRows &rows, bool withRaw, const TakePage &take,
                                   const CancelToken &cancel);

    /// Records in the order of \a rows; those that are gone are left out. Quick for rows at hand.
    /// \param result  that the rows are of, or were until lately
    virtual Result<std::vector<EventRecord>> records(const ResultSnapshot &result,
                                                     std::span<const RowId> rows, bool withRaw,
                                                     const CancelToken &cancel) = 0;

    /// The place of a row in a result; from then on the row is at hand.
    /// \returns nothing for a row that is not in it
    virtual Result<std::optional<std::size_t>> placeOf(const ResultSnapshot &result, RowId row,
                                                       const CancelToken &cancel) = 0;

    /// Visits some events with raw: the newest ones, and some of all times. The record is only valid during the
    /// call.
    virtual Result<void> sample(const std::function<void(const EventRecord &record)> &visit,
                                const CancelToken &cancel) = 0;

private:
    /// A page of readPages(): what read() passes on, unless there is a quicker way.
    /// \param part  begins within \a rows, and may end after them
    virtual Result<std::vector<EventRecord>> readPage(const ResultRows &rows, PlaceRange part, bool withRaw,
                                                      const CancelToken &cancel);
};

} // namespace Trailglass
