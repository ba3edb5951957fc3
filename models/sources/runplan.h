// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/source.h"

#include <optional>

namespace Trailglass {

/// How far below the watermark every run begins: events arrive late, and two may share one moment.
inline constexpr qint64 Overlap = 10 * UtcMicros::PerMinute;

/// The first moment that is asked for where "everything" must be split by date: older than any of the
/// vendors' logs. 2015-01-01T00:00:00Z
inline constexpr UtcMicros Beginning{1'420'070'400 * UtcMicros::PerSecond};

/// What a fresh run asks for, and whether it may move the watermark.
struct RunPlan
{
    std::optional<UtcMicros> from; ///< nothing: the vendor is asked for everything
    UtcMicros to; ///< where the API has an upper end: the run is pinned there

    /// True for a run that `--since` starts above the watermark: it leaves a gap, so the watermark stays
    /// below it and the next ordinary run closes it.
    bool leavesGap = false;
};

/// Plans a fresh run.
///
/// It begins at `--since`; else at watermark − Overlap (not for `--full`); else at the scope's own start,
/// which replaces `initial_days`; else `initial_days` before now, or earlier where events are stored: with
/// `--full` at the oldest of them, after a change of key or settings at the newest. Never before the scope's
/// start. It ends now, or at the scope's end; where the machine's clock is behind the watermark, a little
/// after that, so that a wrong clock cannot stop a source. \a from is always before \a to.
///
/// \param watermark  greatest created seen so far
/// \param unfinished  an earlier run was interrupted, so there may be unread events even without a watermark
/// \param scope  the times that the connection's settings let in
[[nodiscard]] RunPlan planRun(const SourceSettings &settings, const RunOptions &options,
                              const std::optional<UtcMicros> &watermark, bool unfinished,
                              const TimeWindow &scope);

/// True for a run that `--since` starts above the watermark; see RunPlan::leavesGap.
[[nodiscard]] bool leavesGap(const RunOptions &options, const std::optional<UtcMicros> &watermark,
                             bool unfinished);

/// The ledger's entry for an interval: none when it is empty.
[[nodiscard]] QList<TimeWindow> coveredInterval(const std::optional<UtcMicros> &from, UtcMicros to);

/// The greatest `created` of a page that may become a watermark.
///
/// A page with an event dated more than a day after \a now counts by its earliest one, or not at all: an
/// event from the year 2099 must not hide all that come before it. \a now of zero is "not known" and believes
/// everything.
[[nodiscard]] std::optional<UtcMicros> plausibleLatest(const PageSummary &page, UtcMicros now);

} // namespace Trailglass
