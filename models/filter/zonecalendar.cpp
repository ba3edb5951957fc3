// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/zonecalendar.h"

#include "models/core/translation.h"
#include "models/filter/floordivide.h"

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

ZoneCalendar::ZoneCalendar(const QTimeZone &zone)
    : m_zone(zone)
{
}

Result<ZoneCalendar> ZoneCalendar::open(const QByteArray &ianaName)
{
    const QTimeZone zone(ianaName);
    if (!zone.isValid()) {
        return Error{ErrorKind::Usage,
                     Trailglass::tr("“%1” is not a time zone. Use a name like “Europe/Berlin” or “UTC”.")
                         .arg(QString::fromUtf8(ianaName))};
    }
    return ZoneCalendar(zone);
}

ZoneCalendar::Range ZoneCalendar::findRange(UtcMicros time) const
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(floorDivide(time.value, 1'000), Qt::UTC);
    Range range{Beginning, End, m_zone.offsetFromUtc(moment) * UtcMicros::PerSecond};
    if (!m_zone.hasTransitions())
        return range;
    const auto before = m_zone.previousTransition(moment.addMSecs(1));
    if (before.atUtc.isValid())
        range.from = fromMilliseconds(before.atUtc);
    const auto after = m_zone.nextTransition(moment);
    if (after.atUtc.isValid())
        range.to = fromMilliseconds(after.atUtc);
    return range;
}

ZoneCalendar::Range ZoneCalendar::rangeAt(UtcMicros time) const
{
    const auto after = std::ranges::upper_bound(m_known, time, {}, &Range::from);
    if (after != m_known.begin() && time < std::prev(after)->to)
        return *std::prev(after);
    return *m_known.insert(after, findRange(time));
}

UtcMicros ZoneCalendar::toLocal(UtcMicros time) const
{
    return time + rangeAt(time).offset;
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
        const Range range = rangeAt(time);
        const UtcMicros start = std::max(range.from, from - range.offset);
        const UtcMicros end = std::min(range.to, to - range.offset);
        if (start < end && !windows.empty() && windows.back().to == start)
            windows.back().to = end;
        else if (start < end)
            windows.push_back({start, end});
        if (!gap && range.from + range.offset >= to)
            gap = range.from;
        time = range.to;
    }
    if (windows.empty())
        windows.push_back({gap, gap});
    return windows;
}

std::vector<ZoneOffset> ZoneCalendar::offsets(UtcMicros from, UtcMicros to) const
{
    std::vector<ZoneOffset> offsets;
    UtcMicros time = from;
    do {
        const Range range = rangeAt(time);
        if (offsets.empty() || offsets.back().offset != range.offset)
            offsets.push_back({time, range.offset});
        time = range.to;
    } while (time < to);
    return offsets;
}

} // namespace Trailglass::Filter
