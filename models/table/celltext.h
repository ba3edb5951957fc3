// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"
#include "models/filter/zonecalendar.h"

#include <QString>
#include <QTimeZone>

namespace Trailglass {

/// Longer values are cut for display; the whole value is the inspector's business.
inline constexpr qsizetype MaxShownCharacters = 10'000;

/// The beginning of a text, safe to show: visibleText() of at most \a most characters, with `…` where more
/// was there. Costs nothing for what is cut. Pure.
/// \thread any
[[nodiscard]] QString shownText(std::string_view utf8, qsizetype most = MaxShownCharacters);

/// Cells of a table as people read them.
/// \thread one object a thread
class CellText
{
public:
    CellText();

    /// Zone in which times are shown; one that is not known is taken for UTC.
    void setZone(const QTimeZone &zone);

    /// As shownText(), times as `2026-11-20 09:15:00.123456` in the zone.
    /// \param record  with raw when the column needs it
    [[nodiscard]] QString shown(const EventRecord &record, const Column &column) const;

    /// Title of the column; of a time with the zone it is shown in.
    [[nodiscard]] QString header(const Column &column) const;

    /// What a screen reader says of a row: when, who, what, how it ended.
    [[nodiscard]] QString sentence(const EventRecord &record) const;

    /// The cell for a tool tip, escaped; empty for a cell short enough to be read in place.
    [[nodiscard]] static QString toolTip(const QString &shown);

private:
    [[nodiscard]] QString time(UtcMicros time) const;

    Filter::ZoneCalendar m_calendar;
    QString m_zoneName;
};

} // namespace Trailglass
