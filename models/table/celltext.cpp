// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/celltext.h"

#include "models/core/text.h"
#include "models/core/translation.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr qsizetype MaxToolTipCharacters = 2'000;
constexpr qsizetype ShortCell = 24;
constexpr std::size_t MaxBytesOfCharacter = 4;

Filter::ZoneCalendar utc()
{
    return *Filter::ZoneCalendar::open(QByteArrayLiteral("UTC"));
}

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The beginning of a text in whole characters, enough for \a most of them.
std::string_view beginning(std::string_view utf8, qsizetype most)
{
    const std::size_t bytes = static_cast<std::size_t>(most) * MaxBytesOfCharacter;
    if (utf8.size() <= bytes)
        return utf8;
    std::size_t end = bytes;
    while (end > bytes - MaxBytesOfCharacter && isContinuation(utf8[end]))
        --end;
    return utf8.substr(0, end);
}

} // namespace

QString shownText(std::string_view utf8, qsizetype most)
{
    const std::string_view start = beginning(utf8, most);
    QString text = toQString(start);
    if (text.size() <= most && start.size() == utf8.size())
        return visibleText(text);
    qsizetype end = std::min(most, text.size());
    if (end > 0 && text.at(end - 1).isHighSurrogate())
        --end;
    return visiblePart(text, 0, end) + u'…';
}

CellText::CellText()
    : m_calendar(utc())
    , m_zoneName(u"UTC"_s)
{
}

void CellText::setZone(const QTimeZone &zone)
{
    auto calendar = Filter::ZoneCalendar::open(zone.id());
    m_zoneName = calendar ? QString::fromUtf8(zone.id()) : u"UTC"_s;
    m_calendar = calendar ? *std::move(calendar) : utc();
}

QString CellText::time(UtcMicros time) const
{
    std::string text = formatTime(m_calendar.toLocal(time));
    text.replace(text.find('T'), 1, " ");
    text.pop_back(); // the Z: the header names the zone
    return toQString(text);
}

QString CellText::shown(const EventRecord &record, const Column &column) const
{
    if (const auto *field = std::get_if<Field>(&column.place)) {
        if (*field == Field::Created)
            return time(record.event.created);
        if (*field == Field::Received)
            return time(record.received);
    }
    std::string scratch;
    return shownText(cellText(record, column, scratch));
}

QString CellText::header(const Column &column) const
{
    const QString title = shownText(column.title);
    const auto *field = std::get_if<Field>(&column.place);
    if (!field || (*field != Field::Created && *field != Field::Received))
        return title;
    return Trailglass::tr("%1 (%2)", "column of times, zone").arg(title, m_zoneName);
}

QString CellText::sentence(const EventRecord &record) const
{
    QStringList parts{time(record.event.created)};
    std::string scratch;
    for (const Field field : {Field::Actor, Field::Action, Field::Target, Field::Outcome, Field::Source}) {
        const QString part = shownText(fieldText(record, field, scratch), 200);
        if (!part.isEmpty())
            parts += part;
    }
    return parts.join(u", "_s);
}

QString CellText::toolTip(const QString &shown)
{
    if (shown.size() <= ShortCell)
        return {};
    const QString start =
        shown.size() > MaxToolTipCharacters ? shown.left(MaxToolTipCharacters) + u'…' : shown;
    return "<p style='white-space:pre-wrap'>"_L1 + start.toHtmlEscaped() + "</p>"_L1;
}

} // namespace Trailglass
