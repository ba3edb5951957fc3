// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"
#include "models/query/resultrows.h"

#include <functional>
#include <memory>
#include <variant>
#include <vector>

class QObject;

namespace Trailglass {

/// Fetches records asynchronously: pages of a table, one event for the inspector.
///
/// The newest request is served first, so that a fast scroll is not held up by what has left the screen.
/// \thread the GUI thread
class RecordFetcher
{
public:
    /// How many requests may wait. One more drops the oldest, which ends with Cancelled.
    static constexpr int MaxWaiting = 8;

    virtual ~RecordFetcher() = default;

    /// Whether Event::raw is filled.
    enum class WithRaw
    {
        No,
        Yes
    };
    /// What to read.
    struct Page
    {
        std::shared_ptr<const ResultRows> rows; ///< not null
        /// Places of the rows, or events that are in their result, or were until lately.
        std::variant<PlaceRange, std::vector<RowId>> which;
    };
    /// Takes one record and keeps what it needs of it.
    /// \param place  in the page, from 0
    /// \thread the one that reads
    using Take = std::function<void(std::size_t place, EventRecord &&)>;
    using Ended = std::function<void(Result<void>)>;

    /// Passes the records to \a take in the order of the page; rows that are gone are left out.
    ///
    /// Project each record inside \a take, so that only a few full records are in memory at once.
    /// Calls \a ended once, in the GUI thread, after the last record and never before this returns; not at
    /// all when \a context is gone.
    /// \error as RecordSource; Cancelled also when newer requests pushed this one out: some records may have
    /// been passed on
    virtual void read(Page page, WithRaw raw, Take take, QObject *context, Ended ended) = 0;

    using Done = std::function<void(Result<std::vector<EventRecord>>)>;
    /// read() of events into a list.
    /// \param result  that they are in, or were until lately; not null
    void fetch(std::shared_ptr<const ResultRows> result, std::vector<RowId> rows, WithRaw raw,
               QObject *context, Done done);
};

} // namespace Trailglass
