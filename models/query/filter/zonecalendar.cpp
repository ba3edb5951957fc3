// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/filter/zonecalendar.h"

#include "models/query/filter/floordivide.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace Trailglass::Filter {

namespace {

// Farther than any calendar time, near enough that adding a day does not overflow.
constexpr UtcMicros Beginning{-1'000'000'000'000'000'000};
constexpr UtcMicros End{1'000'000'000'000'000'000};

UtcMicros fromMilliseconds(const QDateTime &time)
{
    return {time.toMSecsSinceEpoch() * 1'000};
}

} // namespace

ZoneCalendar::ZoneCalendar(QTimeZone zone)
    : m_zone(std::move(zone))
{
}

Result<ZoneCalendar> ZoneCalendar::open(const QByteArray &ianaName)
{
    QTimeZone zone(ianaName);
    if (!zone.isValid()) {
        return Error{ErrorKind::Usage,
                     QCoreApplication::translate(
                         "Filter", "“%1” is not a time zone; write one like “Europe/Berlin” or “UTC”.")
                         .arg(QString::fromUtf8(ianaName))};
    }
    return ZoneCalendar(std::move(zone));
}

ZoneCalendar::Stretch ZoneCalendar::findStretch(UtcMicros time) const
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(floorDivide(time.value, 1'000), Qt::UTC);
    Stretch stretch{Beginning, End, m_zone.offsetFromUtc(moment) * UtcMicros::PerSecond};
    if (!m_zone.hasTransitions())
        return stretch;
    const auto before = m_zone.previousTransition(moment.addMSecs(1));
    if (before.atUtc.isValid())
        stretch.from = fromMilliseconds(before.atUtc);
    const auto after = m_zone.nextTransition(moment);
    if (after.atUtc.isValid())
        stretch.to = fromMilliseconds(after.atUtc);
    return stretch;
}

ZoneCalendar::Stretch ZoneCalendar::stretchAt(UtcMicros time) const
{
    const auto after = std::ranges::upper_bound(m_known, time, {}, &Stretch::from);
    if (after != m_known.begin() && time < std::prev(after)->to)
        return *std::prev(after);
    return *m_known.insert(after, findStretch(time));
}

UtcMicros ZoneCalendar::toLocal(UtcMicros time) const
{
    return time + stretchAt(time).offset;
}

int ZoneCalendar::hour(UtcMicros time) const
{
    const qint64 hours = floorDivide(toLocal(time).value, UtcMicros::PerHour);
    return static_cast<int>(hours - floorDivide(hours, 24) * 24);
}

int ZoneCalendar::weekday(UtcMicros time) const
{
    // 1970-01-01 was a Thursday.
    const qint64 days = floorDivide(toLocal(time).value, UtcMicros::PerDay) + 3;
    return static_cast<int>(days - floorDivide(days, 7) * 7);
}

std::vector<TimeWindow> ZoneCalendar::whenLocal(UtcMicros from, UtcMicros to) const
{
    std::vector<TimeWindow> windows;
    std::optional<UtcMicros> gap;
    const UtcMicros last = to + UtcMicros::PerDay; // no zone is a day away from UTC
    for (UtcMicros time = from - UtcMicros::PerDay; time < last;) {
        const Stretch stretch = stretchAt(time);
        const UtcMicros start = std::max(stretch.from, from - stretch.offset);
        const UtcMicros end = std::min(stretch.to, to - stretch.offset);
        if (start < end && !windows.empty() && windows.back().to == start)
            windows.back().to = end;
        else if (start < end)
            windows.push_back({start, end});
        if (!gap && stretch.from + stretch.offset >= to)
            gap = stretch.from;
        time = stretch.to;
    }
    if (windows.empty())
        windows.push_back({gap, gap});
    return windows;
}

} // namespace Trailglass::Filter
