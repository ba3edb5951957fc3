// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/source.h"

#include <optional>

namespace Trailglass {

/// Where a Datafold connection stands: a run moves a window of changing size forward from \a from to \a to.
struct DatafoldCursor
{
    /// How far a window reaches back into the one before: whether the ends are inclusive is nowhere said.
    static constexpr qint64 WindowOverlap = UtcMicros::PerSecond;
    static constexpr qint64 FirstStep = UtcMicros::PerDay;
    static constexpr qint64 SmallestStep = UtcMicros::PerMinute;
    static constexpr qint64 LargestStep = 32 * UtcMicros::PerDay;

    bool running = false;
    bool leavesGap = false; ///< RunPlan::leavesGap
    bool exhausted = false; ///< even the smallest window was too large to be answered
    std::optional<UtcMicros> watermark; ///< greatest created of all ordinary runs
    std::optional<UtcMicros> reached; ///< greatest created of this run, not after \a to
    std::optional<UtcMicros> from; ///< where the run began; nothing: it asks for everything at once
    std::optional<UtcMicros> position; ///< up to here the run is answered
    UtcMicros to; ///< where the run ends
    qint64 step = FirstStep; ///< µs, size of the next window
    std::optional<qint64> failedStep; ///< µs, the smallest that was too large in this run

    /// The part of the run's time that the next request is responsible for.
    [[nodiscard]] TimeWindow stretch() const;

    /// What the request asks for: the stretch and its overlap, in whole milliseconds.
    [[nodiscard]] TimeWindow asked() const;

    /// After a full answer: the run goes on behind the stretch, with larger windows if none has failed.
    void moveOn();

    /// After an answer that was too large to come: half the window.
    void halve();

    [[nodiscard]] static DatafoldCursor fromJson(const Checkpoint &checkpoint);
    [[nodiscard]] Checkpoint toJson() const;
};

} // namespace Trailglass
