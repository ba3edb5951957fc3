// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/newestfirstpaging.h"

namespace Trailglass {

/// Nected's search: pages of ten in a window of dates, newest first, of which it gives no more than 10,000
/// events. A window that holds too many is read in halves.
struct NectedSearch
{
    static constexpr qint64 PageSize = 10; ///< the most the API gives
    static constexpr qint64 SplitAbove = 9'000; ///< events; the server's search ends at 10,000
    static constexpr qint64 LastPage = 1'000; ///< of one window: 10,000 events
    static constexpr UtcMicros Earliest{0}; ///< 1970-01-01T00:00:00Z
    static constexpr qint64 SmallestWindow = UtcMicros::PerMinute;
    static constexpr qint64 WindowOverlap =
        UtcMicros::PerSecond; ///< of halves: whether ends are inclusive is unknown

    [[nodiscard]] static ListRules rules();

    /// The dates to ask with for a range, in whole milliseconds, both ends inclusive: both or none, since
    /// Nected's documentation does not say that one may be left out. Earliest and Ending stand for open
    /// ends: what is left of an undated request goes on without a lower end.
    [[nodiscard]] static TimeWindow dates(const ListRange &range);

    /// The page, or one after it, has rows, by its own numbers.
    /// \param envelope  of the response
    /// \param asked  the page that was requested
    [[nodiscard]] static bool announcesRows(const QJsonObject &envelope, qint64 asked);

    /// Moves \a cursor over one page, and says what the page means.
    /// \param envelope  of the response
    [[nodiscard]] static PageOutcome follow(NewestFirstCursor cursor, const QJsonObject &envelope,
                                            const PageSummary &page);
};

} // namespace Trailglass
