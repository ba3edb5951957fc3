// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/celltext.h"

#include "models/core/combiningmarks.h"
#include "models/core/text.h"
#include "models/core/timefield.h"
#include "models/core/translation.h"
#include "models/json/utf8.h"
#include "models/table/localoffset.h"
#include "models/table/timeformatter.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr std::size_t MaxBytesOfCharacter = 4;

// Places in a time such as 2026-11-20 09:15:00.123456.
constexpr qsizetype DateLength = 11; ///< with the space
constexpr qsizetype LengthToSeconds = 19;
constexpr qsizetype LengthToMilliseconds = 23;

Filter::ZoneCalendar utc()
{
    return *Filter::ZoneCalendar::open(QByteArrayLiteral("UTC"));
}

/// The beginning of a text in whole characters, enough for \a limit of them.
std::string_view beginning(std::string_view utf8, qsizetype limit)
{
    const std::size_t bytes = static_cast<std::size_t>(limit) * MaxBytesOfCharacter;
    if (utf8.size() <= bytes)
        return utf8;
    std::size_t end = bytes;
    while (end > bytes - MaxBytesOfCharacter && isContinuationByte(utf8[end]))
        --end;
    return utf8.substr(0, end);
}

} // namespace

QString shownText(std::string_view utf8, qsizetype limit)
{
    const std::string_view start = beginning(utf8, limit);
    QString text = toQString(start);
    if (text.size() <= limit && start.size() == utf8.size())
        return withFewMarks(visibleText(text));
    qsizetype end = std::min(limit, text.size());
    if (end > 0 && text.at(end - 1).isHighSurrogate())
        --end;
    return withFewMarks(visiblePart(text, 0, end)) + u'…';
}

std::optional<UtcMicros> timeOf(const EventRecord &record, const Column &column)
{
    const auto *field = std::get_if<Field>(&column.place);
    if (field && *field == Field::Created)
        return record.event.created;
    if (field && *field == Field::Received)
        return record.received;
    return std::nullopt;
}

CellText::CellText()
    : m_calendar(utc())
    , m_zoneName(u"UTC"_s)
{
}

void CellText::setZone(const QTimeZone &zone)
{
    auto calendar = Filter::ZoneCalendar::open(zone.id());
    m_zone = calendar ? zone : QTimeZone::utc();
    m_zoneName = calendar ? QString::fromUtf8(zone.id()) : u"UTC"_s;
    m_calendar = calendar ? *std::move(calendar) : utc();
}

void CellText::setTimeDisplay(const TimeDisplay &display, UtcMicros now)
{
    m_display = display;
    m_now = now;
}

QString CellText::exact(UtcMicros time) const
{
    std::string text = formatTime(m_calendar.toLocal(time));
    text.replace(text.find('T'), 1, " ");
    text.pop_back(); // the Z: the header names the zone
    return toQString(text);
}

QString CellText::time(UtcMicros time) const
{
    if (m_display.isRelative)
        return timeAgo(time, m_now, m_zone);
    // As wide as the column is for other times, so that it is not cut off.
    if (const QString offset = shortOffset(time); !offset.isEmpty())
        return exact(time).left(LengthToSeconds) + offset;
    switch (m_display.precision) {
    case TimeDisplay::Precision::Seconds:
        return exact(time).left(LengthToSeconds);
    case TimeDisplay::Precision::Milliseconds:
        return exact(time).left(LengthToMilliseconds);
    case TimeDisplay::Precision::Microseconds:
        break;
    }
    return exact(time);
}

/// ` +02`, or ` -02:30`, where the local time comes twice; else nothing.
QString CellText::shortOffset(UtcMicros time) const
{
    if (m_zoneName == "UTC"_L1)
        return {};
    QString offset = offsetIfRepeated(time, m_calendar);
    if (offset.endsWith(":00"_L1))
        offset.chop(3);
    return offset;
}

QString CellText::wholeTime(UtcMicros time) const
{
    const QString inUtc = toQString(formatTime(time));
    if (m_zoneName == "UTC"_L1)
        return inUtc;
    const QString offset =
        m_zone.displayName(QDateTime::fromMSecsSinceEpoch(time.value / 1'000), QTimeZone::OffsetName);
    return Trailglass::tr("%1 (%2, %3)", "time, zone, its offset then").arg(exact(time), m_zoneName, offset)
        + u'\n' + inUtc;
}

QString CellText::shown(const EventRecord &record, const Column &column) const
{
    if (const auto moment = timeOf(record, column))
        return time(*moment);
    std::string scratch;
    return shownText(cellText(record, column, scratch));
}

std::optional<TimeParts> CellText::strongPart(const EventRecord &record, const EventRecord *above,
                                              const Column &column) const
{
    const auto moment = timeOf(record, column);
    if (!moment || m_display.isRelative)
        return std::nullopt;
    const auto dateOf = [this](UtcMicros time) {
        return formatTime(m_calendar.toLocal(time)).substr(0, DateLength - 1);
    };
    const bool isRepeated = above && dateOf(*timeOf(*above, column)) == dateOf(*moment);
    const qsizetype first = isRepeated ? DateLength : 0;
    return TimeParts{first, LengthToSeconds + shortOffset(*moment).size() - first};
}

QString CellText::whole(const EventRecord &record, const Column &column) const
{
    if (const auto moment = timeOf(record, column))
        return wholeTime(*moment);
    std::string scratch;
    return shownText(cellText(record, column, scratch), MaxToolTipCharacters);
}

QString CellText::header(const Column &column) const
{
    const QString title = shownText(column.title);
    const auto *field = std::get_if<Field>(&column.place);
    if (!field || !isTime(*field) || m_display.isRelative)
        return title;
    return Trailglass::tr("%1 (%2)", "column of times, zone").arg(title, m_zoneName);
}

QString CellText::moment(const EventRecord &record) const
{
    return Trailglass::tr("%1 (%2)", "time, zone")
        .arg(exact(record.event.created).left(LengthToSeconds) + shortOffset(record.event.created),
             m_zoneName);
}

QString CellText::sentence(const EventRecord &record) const
{
    QStringList parts{time(record.event.created)};
    std::string scratch;
    for (const Field field :
         {Field::Actor, Field::Action, Field::Op, Field::Target, Field::Outcome, Field::Source}) {
        const QString part = shownText(fieldText(record, field, scratch), 200);
        if (!part.isEmpty())
            parts += part;
    }
    return parts.join(u", "_s);
}

} // namespace Trailglass
