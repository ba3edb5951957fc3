// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/pagecycle.h"
#include "models/sources/source.h"

#include <optional>

namespace Trailglass {

/// Where an Asana source stands.
///
/// A run reads forward from \a startAt; each response's offset leads to the next page and, with the same
/// filters, stays good for a while after an interruption. The list is ascending where it is as requested;
/// what depends on that is done only after its pages have shown it. Only \a watermark outlives a finished run,
/// and moves at its end.
struct AsanaCursor
{
    QString offset; ///< the newest one the server gave; sent while \a running
    bool running = false; ///< a run is under way
    bool leavesGap = false; ///< RunPlan::leavesGap: this run does not move the watermark
    bool fellBack = false; ///< the one fall-back of this run, from an expired offset, is used up
    std::optional<UtcMicros> watermark; ///< greatest created of all complete ordinary runs that counts
    std::optional<UtcMicros> reached; ///< of this run

    std::optional<UtcMicros> startAt; ///< sent with an offset too: it belongs to its filters
    std::optional<UtcMicros> coveredFrom; ///< where the run began, for the coverage ledger
    std::optional<UtcMicros> asOf; ///< when the run started; nothing before its first response

    /// The place is less than the overlap below \a asOf, or above it, or unknown: late events may yet
    /// come below the place, where no offset leads.
    bool nearPresent = false;

    /// The run was interrupted there, with this \a reached (or nothing). At its end, it is read once more
    /// from the overlap below; without one from where it began.
    bool followUp = false;
    std::optional<UtcMicros> followFrom;

    std::optional<UtcMicros> passed; ///< created of the newest row since \a startAt
    bool ascends = false; ///< a row was newer than one before it
    bool unordered = false; ///< a row was older than one before it

    /// When an interrupted part was requested whose rows were taken for final, as they seemed to be sorted.
    std::optional<UtcMicros> trusted;
    PageCycle cycle; ///< since \a startAt

    /// The rows so far show that the list is ascending: what has been passed is final.
    [[nodiscard]] bool isSorted() const { return ascends && !unordered; }

    /// Notes what a page says of the list and the place in it.
    void observe(const PageSummary &page);

    /// The last page of an ordinary run has been read.
    void moveWatermark();

    /// Goes on with the offset.
    void resume();

    /// Goes on without the offset: from the overlap below the place, or from \a startAt.
    /// \returns whether the list is known to be sorted, so that the place counts
    [[nodiscard]] bool fallBack();

    /// At the end of the list: turns to what has to be read once more, if anything has.
    [[nodiscard]] bool turnToFollowUp();

    [[nodiscard]] static AsanaCursor fromJson(const Checkpoint &checkpoint);
    [[nodiscard]] Checkpoint toJson() const;
};

} // namespace Trailglass
