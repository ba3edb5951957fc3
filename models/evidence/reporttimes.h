// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/zonecalendar.h"

#include <QByteArray>
#include <QString>

namespace Trailglass {

/// Moments as a report shows them: in one zone, the same in every language.
/// \thread one object a thread
class ReportTimes
{
public:
    /// \param zone  IANA name; one that is not known is taken for UTC
    explicit ReportTimes(const QByteArray &zone);

    /// The zone that is used, by its IANA name.
    [[nodiscard]] QString zone() const;

    /// To the microsecond: `2026-11-20 10:15:00.123456 +01:00`; `UTC` in place of the offset where that is the zone.
    [[nodiscard]] QString moment(UtcMicros time) const;

    /// What a calendar on the wall shows: `2026-11-20`.
    [[nodiscard]] QString day(UtcMicros time) const;
    /// With the clock: `2026-11-20 10:15`.
    [[nodiscard]] QString minute(UtcMicros time) const;
    /// Whether the local time is midnight.
    [[nodiscard]] bool isMidnight(UtcMicros time) const;

private:
    ReportTimes(Result<Filter::ZoneCalendar> calendar, const QByteArray &zone);
    [[nodiscard]] QString local(UtcMicros time) const;

    QByteArray m_zone;
    Filter::ZoneCalendar m_calendar;
};

} // namespace Trailglass
