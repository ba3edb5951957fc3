// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/core/utcmicros.h"

#include <QByteArray>
#include <QTimeZone>

#include <vector>

namespace Trailglass::Filter {

/// Since when a zone has an offset.
struct ZoneOffset
{
    UtcMicros from; ///< inclusive
    qint64 offset = 0; ///< µs to add to UTC

    friend bool operator==(const ZoneOffset &, const ZoneOffset &) = default;
};

/// Local calendar of a time zone, with its gaps and repeated hours.
///
/// "Local" times are counted like UtcMicros, as if the zone were UTC. Caches offsets, so queries for
/// many times are cheap.
/// \thread one object a thread; copies are cheap
class ZoneCalendar
{
public:
    /// \param ianaName  e.g. `UTC`, `Europe/Berlin`
    /// \error Usage for an unknown zone
    static Result<ZoneCalendar> open(const QByteArray &ianaName);

    /// The local time at \a time.
    [[nodiscard]] UtcMicros toLocal(UtcMicros time) const;

    [[nodiscard]] int hour(UtcMicros time) const; ///< 0 … 23
    [[nodiscard]] int weekday(UtcMicros time) const; ///< 0 is Monday … 6 is Sunday

    /// When the local time is in [from, to): one window, or two if an hour is repeated.
    ///
    /// \returns at least one window; an empty one at the gap if all of it is in a gap
    [[nodiscard]] std::vector<TimeWindow> whenLocal(UtcMicros from, UtcMicros to) const;

    /// The offsets from \a from, inclusive, to \a to, exclusive, in order of time, each unlike the one before.
    ///
    /// \returns at least the one at \a from, which begins there
    [[nodiscard]] std::vector<ZoneOffset> offsets(UtcMicros from, UtcMicros to) const;

private:
    /// A range of time with one offset.
    struct Range
    {
        UtcMicros from; ///< inclusive
        UtcMicros to; ///< exclusive
        qint64 offset = 0; ///< µs to add to UTC
    };

    explicit ZoneCalendar(const QTimeZone &zone);
    [[nodiscard]] Range rangeAt(UtcMicros time) const;
    [[nodiscard]] Range findRange(UtcMicros time) const;

    QTimeZone m_zone;
    mutable std::vector<Range> m_known; ///< in order of time
};

} // namespace Trailglass::Filter
