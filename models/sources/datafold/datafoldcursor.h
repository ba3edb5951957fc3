// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/source.h"

#include <optional>

namespace Trailglass {

/// Where a Datafold source stands: a run moves a window of changing size forward from \a from to \a to.
struct DatafoldCursor
{
    /// How far a window reaches back into the one before: whether the ends are inclusive is nowhere said.
    static constexpr qint64 WindowOverlap = UtcMicros::PerSecond;
    static constexpr qint64 FirstStep = UtcMicros::PerDay;
    static constexpr qint64 SmallestStep = UtcMicros::PerMinute;
    static constexpr qint64 LargestStep = 32 * UtcMicros::PerDay;

    bool running = false;
    bool leavesGap = false; ///< RunPlan::leavesGap, or a window without proof that its dates were heeded
    bool exhausted = false; ///< even the smallest window was too large for a response
    std::optional<UtcMicros> watermark; ///< greatest created of all ordinary runs that counts
    std::optional<UtcMicros> reached; ///< of this run
    std::optional<UtcMicros> from; ///< where the run began; nothing: it requests everything at once
    std::optional<UtcMicros> position; ///< up to here the run has responses
    std::optional<UtcMicros> asOf; ///< when the run started; nothing before its first response
    UtcMicros to; ///< above here the last window is open: \a asOf, once that is known
    qint64 step = FirstStep; ///< µs, size of the next window
    std::optional<qint64> failedStep; ///< µs, the smallest that was too large in this run

    /// The part of the run's time that the next request is responsible for. Its end is never before its
    /// start.
    [[nodiscard]] TimeWindow range() const;

    /// The range is the last one: events dated ahead are requested with it.
    [[nodiscard]] bool isLast() const;

    /// What the request covers: the range and what is below it (the overlap; of the first range one
    /// millisecond), in whole milliseconds; the last one without an end.
    [[nodiscard]] TimeWindow asked() const;

    /// After a full response: the run goes on above the range, with larger windows if none has failed.
    /// \param answered  when the run started, if this is its first response
    /// \param end  of the scope; nothing: open
    /// \returns the interval that is now complete, if there is one
    QList<TimeWindow> moveOn(const std::optional<UtcMicros> &answered, const std::optional<UtcMicros> &end);

    /// After a response that was too large to come: half the window. Where that is too short, and has no end,
    /// more windows are put above it.
    /// \param isOpen  the last window has no end
    void halve(bool isOpen);

    /// Goes on with an interrupted run at \a now: from the overlap below its place, below the moment it
    /// was asked, and within a day of that below its latest event, since events may have come there.
    void resume(UtcMicros now);

    [[nodiscard]] static DatafoldCursor fromJson(const Checkpoint &checkpoint);
    [[nodiscard]] Checkpoint toJson() const;
};

} // namespace Trailglass
