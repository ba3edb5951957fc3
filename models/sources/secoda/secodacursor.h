// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/source.h"

#include <optional>

namespace Trailglass {

/// Where a Secoda connection stands.
///
/// A run descends from the newest event (\a top) towards the watermark of the run before. Only when it has
/// got there does \a top become the watermark. The list is alive: new rows push it down (what has been read
/// comes again, which does no harm), and deleted rows pull it up (what has not been read slips to a page
/// already behind), which shows as a smaller \a count and is answered by stepping back.
struct SecodaCursor
{
    static constexpr qint64 MostStepsBack =
        50; ///< a descent; a list that shrinks more often is not read in full

    std::optional<UtcMicros> watermark; ///< everything up to here has been read
    bool unordered = false; ///< the list was not sorted last time: read all of it

    bool running = false;
    bool leavesGap = false; ///< the run begins above the watermark, which it must not move
    bool incomplete = false; ///< rows may have been missed: the watermark stays
    bool sawDisorder = false; ///< in this descent
    bool restarted = false; ///< the one new beginning of this run, from a page that was gone, is used up
    std::optional<UtcMicros>
        followUp; ///< set when the descent was resumed, and when: a second one must follow
    qint64 page = 1; ///< to ask for next
    std::optional<UtcMicros> floor; ///< the descent ends below this; nothing: with the last page
    std::optional<UtcMicros> top; ///< greatest created on the first page
    std::optional<qint64> count; ///< events in the list, by the latest answer
    qint64 pageRows = 1; ///< most rows seen on one page
    qint64 stepsBack = 0;
    UtcMicros asOf; ///< when the descent began

    /// Forgets the run and begins a descent from page 1.
    void startDescent(const std::optional<UtcMicros> &newFloor, UtcMicros now);

    /// Goes on where an interrupted descent stopped, one page above: rows may have been deleted since.
    void resumeDescent(UtcMicros now);

    [[nodiscard]] static SecodaCursor fromJson(const Checkpoint &checkpoint);
    [[nodiscard]] Checkpoint toJson() const;
};

} // namespace Trailglass
