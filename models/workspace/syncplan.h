// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/config/syncschedule.h"
#include "models/core/utcmicros.h"

#include <QString>

#include <optional>

namespace Trailglass {

/// How the syncs of a source went, as far as its next one depends on it.
struct SyncHistory
{
    std::optional<UtcMicros> attempt = {}; ///< the end of the last sync; nothing: there was none
    int failures = 0; ///< in a row, up to that one
    std::optional<UtcMicros> notBefore = {}; ///< what the server said after the last failure
    double spread = 0; ///< in [0, 1): where in the tolerance of an interval the next one lies
    /// When the workspace was opened, if the source was not synced since.
    std::optional<UtcMicros> opened = {};

    friend bool operator==(const SyncHistory &, const SyncHistory &) = default;
};

/// What is planned for a source, for people.
struct PlannedSync
{
    std::optional<UtcMicros> next = {}; ///< nothing: none is planned
    bool isDue = false; ///< that time has come: it begins as soon as nothing is in its way
    bool isRetry = false; ///< the sync before it failed
    bool isPaused = false; ///< every schedule is; then nothing begins
    /// Why it did not begin when it was due, a sentence; empty: nothing was in its way.
    QString waitsFor = {};
};

/// The longest pause after failures, unless the interval is longer. Microseconds.
inline constexpr qint64 LongestBackOff = UtcMicros::PerDay;
/// A server that wants a longer pause is asked again after this one. Microseconds.
inline constexpr qint64 LongestRequestedPause = 7 * UtcMicros::PerDay;

/// When the next sync of a source is due. Pure.
///
/// - By interval: that long after the end of the last sync, and up to a tenth of it (5 minutes at most) later, by
///   SyncHistory::spread, so that many computers with one interval do not all send at the same moment. At once where
///   there was no sync yet.
/// - After failures in a row: 1, 2, 4 … intervals, up to LongestBackOff, or to the interval where that is longer.
/// - At start: when the workspace was opened, but not within SyncSchedule::MinMinutes of the last sync.
/// - Never before SyncHistory::notBefore.
///
/// \param now  a last sync that is later, since the clock was set back, counts as one that ended now
/// \returns nothing for a source that is synced by hand. A moment that is not after \a now means: due, and once, however
/// many intervals have gone by
/// \thread any
[[nodiscard]] std::optional<UtcMicros> nextSync(const SyncSchedule &schedule, const SyncHistory &history,
                                                UtcMicros now);

/// The history with nothing in it that only a clock set back can explain: no attempt after \a now, no pause longer than a
/// server can request. To be kept, so that the next sync does not move on with the clock. Pure.
/// \thread any
[[nodiscard]] SyncHistory settled(SyncHistory history, UtcMicros now);

} // namespace Trailglass
