// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/source.h"

#include <optional>

namespace Trailglass {

/// Where an Asana source stands.
///
/// A run reads forward from \a startAt; each response's offset leads to the next page and, with the same
/// filters, stays good for a while after an interruption. Only \a watermark outlives a finished run.
struct AsanaCursor
{
    QString offset; ///< the newest one the server gave; sent while \a running
    bool running = false; ///< a run is under way
    bool leavesGap = false; ///< RunPlan::leavesGap: this run does not move the watermark
    bool fellBack = false; ///< the one fall-back of this run, from an expired offset, is used up
    std::optional<UtcMicros> watermark; ///< greatest created of all ordinary runs that counts
    std::optional<UtcMicros> reached; ///< of this run

    std::optional<UtcMicros> startAt; ///< sent with an offset too: it belongs to its filters
    std::optional<UtcMicros> coveredFrom; ///< where the run began, for the coverage ledger
    std::optional<UtcMicros> asOf; ///< when the run started; nothing before its first response

    /// The place is less than the overlap below \a asOf, or above it, or unknown: late events may yet
    /// come below the place, where no offset leads.
    bool nearPresent = false;

    /// The run was interrupted there, with this \a reached (or nothing). At its end, it is read once more
    /// from the overlap below.
    bool followUp = false;
    std::optional<UtcMicros> followFrom;

    /// Goes on with the offset.
    void resume();

    /// At the end of the list: turns to what has to be read once more, if anything has.
    [[nodiscard]] bool turnToFollowUp();

    [[nodiscard]] static AsanaCursor fromJson(const Checkpoint &checkpoint);
    [[nodiscard]] Checkpoint toJson() const;
};

} // namespace Trailglass
