// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"

#include <functional>
#include <vector>

class QObject;

namespace Trailglass {

/// Fetches records by row number, asynchronously: pages of a table, one event for the inspector.
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
    /// Takes one record, and keeps what it likes of it.
    /// \thread the one that reads
    using Take = std::function<void(EventRecord &&)>;
    using Ended = std::function<void(Result<void>)>;

    /// Passes the records to \a take in the order requested, without rows that are gone. Project each record
    /// inside \a take, so that only a few full records are in memory at once.
    ///
    /// Calls \a ended once, in the GUI thread, after the last record and never before this returns; not at
    /// all when \a context is gone.
    /// \error Storage; Cancelled when newer requests pushed this one out: some may be taken
    virtual void read(std::vector<RowId> rows, WithRaw raw, Take take, QObject *context, Ended ended) = 0;

    using Done = std::function<void(Result<std::vector<EventRecord>>)>;
    /// read() into a list.
    void fetch(std::vector<RowId> rows, WithRaw raw, QObject *context, Done done);
};

} // namespace Trailglass
