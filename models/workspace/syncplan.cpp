// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/syncplan.h"

#include <algorithm>

namespace Trailglass {

namespace {

constexpr qint64 MaxTolerance = 5 * UtcMicros::PerMinute;
constexpr int TolerancePart = 10; ///< of an interval

qint64 backOff(qint64 interval, int failures)
{
    const qint64 longest = std::max(interval, LongestBackOff);
    qint64 pause = interval;
    for (int failure = 1; failure < failures && pause < longest; ++failure)
        pause *= 2;
    return std::min(pause, longest);
}

UtcMicros nextByInterval(qint64 interval, const SyncHistory &history, UtcMicros now)
{
    if (!history.attempt)
        return now;
    const auto tolerance = static_cast<double>(std::min(interval / TolerancePart, MaxTolerance));
    return *history.attempt + backOff(interval, history.failures)
        + static_cast<qint64>(history.spread * tolerance);
}

UtcMicros nextAtStart(UtcMicros opened, const SyncHistory &history)
{
    const qint64 least = SyncSchedule::MinMinutes * UtcMicros::PerMinute;
    return history.attempt ? std::max(opened, *history.attempt + least) : opened;
}

} // namespace

std::optional<UtcMicros> nextSync(const SyncSchedule &schedule, const SyncHistory &history, UtcMicros now)
{
    const SyncHistory past = settled(history, now);
    std::optional<UtcMicros> next;
    if (schedule.everyMinutes > 0)
        next = nextByInterval(schedule.everyMinutes * UtcMicros::PerMinute, past, now);
    if (schedule.atStart && past.opened) {
        const UtcMicros start = nextAtStart(*past.opened, past);
        next = next ? std::min(*next, start) : start;
    }
    if (next && past.notBefore)
        next = std::max(*next, *past.notBefore);
    return next;
}

SyncHistory settled(SyncHistory history, UtcMicros now)
{
    if (history.attempt)
        history.attempt = std::min(*history.attempt, now);
    if (history.notBefore)
        history.notBefore = std::min(*history.notBefore, now + LongestRequestedPause);
    if (history.opened)
        history.opened = std::min(*history.opened, now);
    return history;
}

} // namespace Trailglass
