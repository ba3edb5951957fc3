// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/runplan.h"
#include "models/sources/source.h"

#include <QList>

#include <optional>

namespace Trailglass {

/// A part of a newest-first list in numbered pages, which is read from its upper end down.
struct ListRange
{
    bool newest = false; ///< what arrives while it is read comes on top of it
    std::optional<UtcMicros> from = {}; ///< inclusive; nothing: down to the end of the list
    std::optional<UtcMicros> to = {}; ///< exclusive; nothing: open

    qint64 page = 1; ///< to request next
    std::optional<qint64> count = {}; ///< events in the list, by the latest response that was read on from
    qint64 pageRows = 1; ///< most rows seen on one page
    /// Created of the oldest row of the last page read: the range is read down to here, this moment not in full.
    std::optional<UtcMicros> low = {};
    std::optional<UtcMicros> above = {}; ///< created of the newest row of the page before
    /// Everything newer has been read, even where the oldest row of a page is dated too early: the least of the
    /// pages' newest.
    std::optional<UtcMicros> known = {};

    bool below = false; ///< the page before was wholly older than \a from
    bool left = false; ///< not to be read in this run, or not any more

    // While the pages above are looked at, because the list has shrunk.
    std::optional<qint64> after = {}; ///< the page to go on with then, 0 for none
    std::optional<UtcMicros> lowAfter = {}; ///< \a low then
    qint64 stepsBack = 0; ///< pages gone back without finding the place
    qint64 unclearLooks = 0; ///< in a row, after which the same page had to be requested again
};

/// Where a source stands whose vendor lists the newest events first in numbered pages (Secoda, Nected).
///
/// A run reads the newest part first: down to the overlap below \a mark. Then it reads the ranges that
/// earlier runs have left: an interrupted or failed descent leaves the range below the place it had come
/// to. So a page that cannot be read never keeps new events away, and what is missing is known.
struct NewestFirstCursor
{
    static constexpr qsizetype MaxRanges = 100; ///< more are joined, and read in part again

    std::optional<UtcMicros> watermark; ///< everything up to here has been read
    std::optional<UtcMicros> mark; ///< everything up to here has been read but for \a ranges
    bool unordered = false; ///< the list was not sorted last time
    QList<ListRange> ranges; ///< to read, the first one now; between runs: what is left

    bool running = false;
    bool leavesGap = false; ///< RunPlan::leavesGap
    bool sawDisorder = false; ///< in this run
    bool newestLeft = false; ///< the newest part could not be read to its end in this run
    bool restarted = false; ///< the one new beginning of this run, from a page that was gone, is used up
    std::optional<UtcMicros> asOf; ///< when the run started; nothing before its first response
    std::optional<UtcMicros> top; ///< greatest created that is not later
    QList<TimeWindow> read; ///< parts of earlier descents, for the ledger once the newest part is read

    /// The range being read.
    [[nodiscard]] ListRange front() const { return ranges.value(0, {.newest = true}); }

    /// Turns what an interrupted run was reading into ranges that are left. To be called before planning.
    /// \param askedByDate  requests limit a range by its dates, so pages count from its upper end
    void settle(bool askedByDate);

    /// Begins a run.
    /// \param end  of the scope; nothing: open
    void start(const RunPlan &plan, const RunOptions &options, const std::optional<UtcMicros> &end);

    /// Everything between \a known of the newest range and \a asOf has been read: the range is what lies
    /// below.
    /// \returns the part that is read, if there is one
    QList<TimeWindow> cutBelow(ListRange &range) const;

    [[nodiscard]] static NewestFirstCursor fromJson(const Checkpoint &checkpoint);
    [[nodiscard]] Checkpoint toJson() const;
};

/// The parts of a window that belong to no range which is still to be read: late events may be there.
[[nodiscard]] QList<TimeWindow> partsOutside(const QList<ListRange> &ranges, const TimeWindow &window);

} // namespace Trailglass
