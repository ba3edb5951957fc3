// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/source.h"

#include <QList>

#include <optional>

namespace Trailglass {

/// Where an Asana connection stands.
///
/// A run reads forward from \a startAt; each answer's offset leads to the next page and, with the same
/// filters, stays good for a while after an interruption. Only \a watermark outlives a finished run.
struct AsanaCursor
{
    QString offset; ///< the newest one the server gave; sent while \a running
    bool running = false; ///< a run is under way
    bool leavesGap = false; ///< RunPlan::leavesGap: this run does not move the watermark
    bool fellBack = false; ///< the one fall-back of this run, from an expired offset, is used up
    std::optional<UtcMicros> watermark; ///< greatest created of all ordinary runs
    std::optional<UtcMicros> reached; ///< greatest created of this run

    /// Where interruptions caught the run near its own now: late events may have come behind its back there.
    QList<UtcMicros> rechecks;

    std::optional<UtcMicros> startAt; ///< sent with an offset too: it belongs to its filters
    std::optional<UtcMicros> endAt; ///< of the short stretch that looks for late events
    std::optional<UtcMicros> coveredFrom; ///< where the run began, for the coverage ledger
    UtcMicros asOf; ///< when the run, or its latest resumption, began

    /// Goes on with the offset. Where the run had come close to its own now, late events may since have been
    /// filed below its place, where no offset leads: that stretch is noted for when the run has come to its
    /// end.
    void resume(UtcMicros now);

    /// Turns to a noted stretch, if there is one left.
    [[nodiscard]] bool turnToRecheck();

    [[nodiscard]] static AsanaCursor fromJson(const Checkpoint &checkpoint);
    [[nodiscard]] Checkpoint toJson() const;
};

} // namespace Trailglass
