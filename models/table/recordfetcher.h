// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"

#include <functional>
#include <vector>

class QObject;

namespace Trailglass {

/// Gets the records behind row numbers without making anyone wait: pages of a table, one event for the
/// inspector.
///
/// The newest wish is served first, so that a fast scroll is not held up by what has left the screen.
/// \thread the GUI thread
class RecordFetcher
{
public:
    /// How many requests may wait. One more drops the oldest, which ends with Cancelled.
    static constexpr int MostWaiting = 8;

    virtual ~RecordFetcher() = default;

    /// Whether Event::raw is filled.
    enum class WithRaw
    {
        No,
        Yes
    };
    /// Records in the order asked; rows that are gone are left out.
    using Done = std::function<void(Result<std::vector<EventRecord>>)>;

    /// Calls \a done once, in the GUI thread and never before this returns; not at all when \a context is
    /// gone. \error Storage; Cancelled when newer requests pushed this one out
    virtual void fetch(std::vector<RowId> rows, WithRaw raw, QObject *context, Done done) = 0;
};

} // namespace Trailglass
