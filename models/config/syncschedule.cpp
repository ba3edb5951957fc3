// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/config/syncschedule.h"

#include <QStringList>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr auto AtStart = "start"_L1;
constexpr auto NotAtStart = "-"_L1;

bool isInterval(int minutes)
{
    return minutes == 0 || (minutes >= SyncSchedule::MinMinutes && minutes <= SyncSchedule::MaxMinutes);
}

} // namespace

QString syncSchedulesText(const SyncSchedules &schedules)
{
    QStringList lines;
    for (auto schedule = schedules.cbegin(); schedule != schedules.cend(); ++schedule) {
        if (schedule->isByHand())
            continue;
        lines += QString::number(schedule->everyMinutes) + u' '
            + QString(schedule->atStart ? AtStart : NotAtStart) + u' '
            + QString::fromLatin1(QUrl::toPercentEncoding(schedule.key()));
    }
    return lines.join(u'\n');
}

SyncSchedules parseSyncSchedules(const QString &text)
{
    SyncSchedules schedules;
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts).mid(0, MaxStoredSchedules);
    for (const QString &line : lines) {
        const QStringList parts = line.split(u' ');
        if (parts.size() != 3 || (parts[1] != AtStart && parts[1] != NotAtStart))
            continue;
        bool isNumber = false;
        const SyncSchedule schedule{.everyMinutes = parts[0].toInt(&isNumber),
                                    .atStart = parts[1] == AtStart};
        const QString source = QUrl::fromPercentEncoding(parts[2].toUtf8());
        if (isNumber && isInterval(schedule.everyMinutes) && !schedule.isByHand() && !source.isEmpty())
            schedules.insert(source, schedule);
    }
    return schedules;
}

} // namespace Trailglass
