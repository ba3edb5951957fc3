// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"
#include "models/filter/zonecalendar.h"
#include "models/table/timedisplay.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace Trailglass {

/// Longer values are cut for display; the whole value is the inspector's business.
inline constexpr qsizetype MaxShownCharacters = 10'000;
/// Of a value in a tool tip.
inline constexpr qsizetype MaxToolTipCharacters = 2'000;

/// The beginning of a text, safe to show: visibleText() withFewMarks() of at most \a limit characters, with
/// `…` where more was there. Costs nothing for what is cut. Pure.
/// \thread any
[[nodiscard]] QString shownText(std::string_view utf8, qsizetype limit = MaxShownCharacters);

/// The part of a time that stands out; the rest may be written more faintly.
struct TimeParts
{
    qsizetype first = 0;
    qsizetype length = 0;
};

/// Cells of a table as people read them.
/// \thread one object a thread
class CellText
{
public:
    CellText();

    /// Zone in which times are shown; one that is not known is taken for UTC.
    void setZone(const QTimeZone &zone);
    /// \param now  what relative times count from
    void setTimeDisplay(const TimeDisplay &display, UtcMicros now);
    [[nodiscard]] const TimeDisplay &timeDisplay() const { return m_display; }

    /// As shownText(); times as `2026-11-20 09:15:00.123` in the zone, or relative. In an hour that comes twice, as at
    /// the end of summer time, the offset stands in place of the fraction: `2026-10-25 02:15:00 +02`.
    /// \param record  with raw when the column needs it
    [[nodiscard]] QString shown(const EventRecord &record, const Column &column) const;

    /// Of a cell as shown() writes a time: what is left without the fraction, and without the date when it is
    /// that of the row above.
    /// \param above  the same cell one row higher, if it is known
    /// \returns nothing when no part is more than another: the cell is no time, or relative
    [[nodiscard]] std::optional<TimeParts> strongPart(const EventRecord &record, const EventRecord *above,
                                                      const Column &column) const;

    /// When it happened, to the second, with the zone.
    [[nodiscard]] QString moment(const EventRecord &record) const;

    /// Title of the column; of a time with the zone it is shown in.
    [[nodiscard]] QString header(const Column &column) const;

    /// What a screen reader says of a row: when, who, what, how it ended.
    [[nodiscard]] QString sentence(const EventRecord &record) const;

    /// The cell for a tool tip, at most MaxToolTipCharacters of it; of a time the zone's and UTC, to the
    /// microsecond.
    [[nodiscard]] QString whole(const EventRecord &record, const Column &column) const;

private:
    [[nodiscard]] QString exact(UtcMicros time) const;
    [[nodiscard]] QString time(UtcMicros time) const;
    [[nodiscard]] QString shortOffset(UtcMicros time) const;
    [[nodiscard]] QString wholeTime(UtcMicros time) const;

    Filter::ZoneCalendar m_calendar;
    QTimeZone m_zone = QTimeZone::utc();
    QString m_zoneName;
    TimeDisplay m_display;
    UtcMicros m_now;
};

/// \returns nothing when the column shows no time
[[nodiscard]] std::optional<UtcMicros> timeOf(const EventRecord &record, const Column &column);

} // namespace Trailglass
