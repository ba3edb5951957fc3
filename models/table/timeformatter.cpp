// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/timeformatter.h"

#include "models/core/countargument.h"
#include "models/core/translation.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr qint64 MaxWordyDays = 31;

QDateTime inZone(UtcMicros time, const QTimeZone &zone)
{
    // Towards the past: division alone would move a moment before 1970 into the next millisecond.
    const qint64 remainder = time.value % 1'000;
    const qint64 milliseconds = time.value / 1'000 - (remainder < 0 ? 1 : 0);
    return QDateTime::fromMSecsSinceEpoch(milliseconds, zone);
}

} // namespace

QString exactTime(UtcMicros time, const QTimeZone &zone)
{
    const QDateTime local = inZone(time, zone);
    return local.toString(u"yyyy-MM-dd HH:mm:ss"_s) + u' ' + zone.abbreviation(local);
}

QString timeAgo(UtcMicros time, UtcMicros now, const QTimeZone &zone)
{
    const qint64 past = now - time;
    const qint64 days = past / UtcMicros::PerDay;
    // A server's clock may be a little ahead of ours.
    if (past < -UtcMicros::PerMinute || days > MaxWordyDays)
        return inZone(time, zone).toString(u"yyyy-MM-dd"_s);
    if (past < UtcMicros::PerMinute)
        return tr("just now");
    if (past < UtcMicros::PerHour)
        return tr("%Ln minute(s) ago", nullptr, countArgument(past / UtcMicros::PerMinute));
    if (past < UtcMicros::PerDay)
        return tr("%Ln hour(s) ago", nullptr, countArgument(past / UtcMicros::PerHour));
    return tr("%Ln day(s) ago", nullptr, countArgument(days));
}

QString timeUntil(UtcMicros time, UtcMicros now, const QTimeZone &zone)
{
    const qint64 left = time - now;
    if (left <= 0)
        return tr("now", "a moment that has come");
    const qint64 minutes = (left + UtcMicros::PerMinute - 1) / UtcMicros::PerMinute;
    if (left <= UtcMicros::PerHour)
        return tr("in %Ln minute(s)", nullptr, countArgument(minutes));
    if (left <= UtcMicros::PerDay)
        return tr("in %Ln hour(s)", nullptr, countArgument(left / UtcMicros::PerHour));
    return inZone(time, zone).toString(u"yyyy-MM-dd HH:mm"_s);
}

QString shortAge(UtcMicros time, UtcMicros now)
{
    const qint64 past = now - time;
    if (past < UtcMicros::PerMinute)
        return tr("now", "short for: just now");
    if (past < UtcMicros::PerHour)
        return tr("%1 min").arg(past / UtcMicros::PerMinute);
    if (past < UtcMicros::PerDay)
        return tr("%1 h", "hours").arg(past / UtcMicros::PerHour);
    return tr("%1 d", "days").arg(past / UtcMicros::PerDay);
}

QStringList shortAges()
{
    QStringList ages{shortAge({}, {})};
    for (qint64 minutes = 1; minutes < 60; ++minutes)
        ages += shortAge({}, {minutes * UtcMicros::PerMinute});
    for (qint64 hours = 1; hours < 24; ++hours)
        ages += shortAge({}, {hours * UtcMicros::PerHour});
    for (qint64 days = 1; days < 100; ++days)
        ages += shortAge({}, {days * UtcMicros::PerDay});
    return ages;
}

} // namespace Trailglass
