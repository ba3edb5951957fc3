// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/source.h"

#include <optional>

namespace Trailglass {

/// How far below the watermark every run begins: events arrive late, and two may share one moment.
inline constexpr qint64 Overlap = 10 * UtcMicros::PerMinute;

/// Start time for “fetch everything” with vendors that need a date range: older than any of the
/// vendors' logs. 2015-01-01T00:00:00Z
inline constexpr UtcMicros Beginning{1'420'070'400 * UtcMicros::PerSecond};

/// The last moment that is requested where an API takes no open end: events dated ahead are requested too,
/// and no clock decides what is. 2100-01-01T00:00:00Z
inline constexpr UtcMicros Ending{4'102'444'800 * UtcMicros::PerSecond};

/// What a fresh run requests, and whether it may move the watermark. Its end is open, unless the scope has
/// one.
struct RunPlan
{
    std::optional<UtcMicros> from; ///< unset: everything is requested

    /// True for a run that `--since` starts later than an ordinary one would: it leaves a gap, so the
    /// watermark stays below it and the next ordinary run closes it.
    bool leavesGap = false;
};

/// Plans a fresh run.
///
/// It begins at `--since`; else at watermark − Overlap (not for `--full`); else at the scope's own start,
/// which replaces `initial_days`; else `initial_days` before now, or earlier where more has been read before:
/// with `--full` at the oldest event stored, after a change of key or settings at RunOptions::latest. Never
/// before the scope's start, nor after its end.
///
/// \param watermark  up to here everything has been read; it is not later than the moment that the last
/// complete run was asked, so that what came late since then lies above the start
/// \param scope  the times that the source's settings let in
[[nodiscard]] RunPlan planRun(const SourceSettings &settings, const RunOptions &options,
                              const std::optional<UtcMicros> &watermark, const TimeWindow &scope);

/// The same where an API cannot be asked by date: without a watermark, and with `--full`, all is read.
[[nodiscard]] RunPlan planUndatedRun(const RunOptions &options, const std::optional<UtcMicros> &watermark);

/// The ledger's entry for an interval: none when it is empty.
[[nodiscard]] QList<TimeWindow> coveredInterval(const std::optional<UtcMicros> &from, UtcMicros to);

} // namespace Trailglass
