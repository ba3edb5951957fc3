// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/source.h"

#include <QList>

#include <optional>

namespace Trailglass {

/// Where a Nected connection stands.
///
/// A run has a stack of date windows, the front one being read page by page. A window that holds too many
/// events is replaced by its halves. When a window's last page is read, page 1 is asked for again: if the
/// list has grown, late arrivals are looked for among its newest events.
struct NectedCursor
{
    enum class Phase
    {
        Read, ///< down the pages
        Check, ///< page 1 again
        Catch, ///< down again, as far as late arrivals are waited for
    };
    static constexpr qint64 PageSize = 10; ///< the most the API gives
    static constexpr qint64 SplitAbove = 9'000; ///< events; the server's search ends at 10,000
    static constexpr qint64 LastPage = 1'000; ///< of one window: 10,000 events
    static constexpr qint64 SmallestWindow = UtcMicros::PerMinute;
    static constexpr qint64 WindowOverlap =
        UtcMicros::PerSecond; ///< of halves: whether ends are inclusive is unknown
    static constexpr qint64 MostStepsBack = 50; ///< a window

    std::optional<UtcMicros> watermark; ///< everything up to here has been read

    bool running = false;
    bool leavesGap = false; ///< RunPlan::leavesGap
    bool incomplete = false; ///< rows may have been missed: the watermark stays
    QList<TimeWindow> windows; ///< still to read; the first is being read
    Phase phase = Phase::Read;
    qint64 page = 1; ///< to ask for next
    std::optional<qint64> total; ///< events in the window, by the latest answer
    std::optional<qint64> firstTotal; ///< the same when page 1 was read
    qint64 stepsBack = 0;
    std::optional<UtcMicros> reached; ///< greatest created of the run, not after \a asOf
    UtcMicros asOf; ///< where the newest window ends

    [[nodiscard]] TimeWindow window() const { return windows.value(0); }

    /// What the request asks for: the window in whole milliseconds.
    [[nodiscard]] TimeWindow asked() const;

    /// Goes on where an interrupted run stopped, one page above, and adds the time since.
    void resume(UtcMicros now);

    /// Puts the halves of the front window in its place, the newer one first.
    void split();
    [[nodiscard]] bool canSplit() const;

    /// Leaves the front window.
    void nextWindow();

    [[nodiscard]] static NectedCursor fromJson(const Checkpoint &checkpoint);
    [[nodiscard]] Checkpoint toJson() const;
};

} // namespace Trailglass
