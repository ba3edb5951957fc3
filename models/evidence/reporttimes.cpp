// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/reporttimes.h"

#include "models/core/result.h"
#include "models/core/text.h"

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

constexpr qsizetype ReportDayLength = 10; // of formatTime(): 2026-11-20
constexpr qsizetype ReportClockStart = 11;
constexpr qsizetype ReportClockLength = 15; // 09:15:00.123456
constexpr qsizetype ReportMinuteLength = 5;

QString reportTwoDigits(qint64 number)
{
    return u"%1"_s.arg(number, 2, 10, QLatin1Char('0'));
}

/// `+01:00`; with seconds for local times of before there were zones.
QString reportOffsetText(qint64 micros)
{
    const qint64 seconds = qAbs(micros) / UtcMicros::PerSecond;
    QString text = micros < 0 ? u"-"_s : u"+"_s;
    text += reportTwoDigits(seconds / 3'600) + u':' + reportTwoDigits(seconds / 60 % 60);
    if (seconds % 60 != 0)
        text += u':' + reportTwoDigits(seconds % 60);
    return text;
}

} // namespace

ReportTimes::ReportTimes(const QByteArray &zone)
    : ReportTimes(Filter::ZoneCalendar::open(zone), zone)
{
}

ReportTimes::ReportTimes(Result<Filter::ZoneCalendar> calendar, const QByteArray &zone)
    : m_zone(calendar ? zone : QByteArrayLiteral("UTC"))
    , m_calendar(calendar ? *std::move(calendar) : *Filter::ZoneCalendar::open(QByteArrayLiteral("UTC")))
{
}

QString ReportTimes::zone() const
{
    return QString::fromLatin1(m_zone);
}

QString ReportTimes::moment(UtcMicros time) const
{
    const QString text = local(time);
    const QString clock =
        text.left(ReportDayLength) + u' ' + text.mid(ReportClockStart, ReportClockLength) + u' ';
    if (m_zone == "UTC")
        return clock + u"UTC"_s;
    return clock + reportOffsetText(m_calendar.toLocal(time) - time);
}

QString ReportTimes::day(UtcMicros time) const
{
    return local(time).left(ReportDayLength);
}

QString ReportTimes::minute(UtcMicros time) const
{
    const QString text = local(time);
    return text.left(ReportDayLength) + u' ' + text.mid(ReportClockStart, ReportMinuteLength);
}

bool ReportTimes::isMidnight(UtcMicros time) const
{
    const CivilTime civil = toCivil(m_calendar.toLocal(time));
    return civil.hour == 0 && civil.minute == 0 && civil.second == 0 && civil.micros == 0;
}

QString ReportTimes::local(UtcMicros time) const
{
    return toQString(formatTime(m_calendar.toLocal(time)));
}

} // namespace Trailglass
