// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/histogramaxis.h"

#include "models/query/calendarbins.h"
#include "models/table/localoffset.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// Local times are counted as if the zone were UTC.
QDateTime onWall(UtcMicros time, const Filter::ZoneCalendar &calendar)
{
    return QDateTime::fromMSecsSinceEpoch(calendar.toLocal(time).value / 1'000, Qt::UTC);
}

/// \param before  null for the first label
QString labelText(const QDateTime &time, const QDateTime &before, const CalendarStep &step)
{
    const QLocale locale;
    const bool isOtherYear = before.isNull() || before.date().year() != time.date().year();
    if (step.months >= 12)
        return time.toString(u"yyyy"_s);
    if (step.months > 0)
        return locale.toString(time, isOtherYear ? u"MMM yyyy"_s : u"MMM"_s);
    const QString day = locale.toString(time, isOtherYear ? u"d MMM yyyy"_s : u"d MMM"_s);
    if (step.micros >= UtcMicros::PerDay)
        return day;
    if (!before.isNull() && before.date() != time.date() && time.time() == QTime(0, 0))
        return day;
    const QString clock = time.toString(step.micros < UtcMicros::PerMinute ? u"HH:mm:ss"_s : u"HH:mm"_s);
    return before.isNull() || before.date() != time.date() ? QString(day + u' ' + clock) : clock;
}

} // namespace

std::vector<AxisLabel> axisLabels(UtcMicros from, UtcMicros to, int max, const Filter::ZoneCalendar &calendar)
{
    std::vector<AxisLabel> labels;
    if (from >= to || max < 1)
        return labels;
    const CalendarBins bins = calendarBins(from, to - 1, max, calendar);
    QDateTime before;
    for (const UtcMicros time : bins.boundaries) {
        if (time < from || time >= to)
            continue;
        const QDateTime local = onWall(time, calendar);
        const bool hasClock = bins.step.months == 0 && bins.step.micros < UtcMicros::PerDay;
        labels.push_back({time,
                          labelText(local, before, bins.step)
                              + (hasClock ? offsetIfRepeated(time, calendar) : QString())});
        before = local;
    }
    return labels;
}

} // namespace Trailglass
