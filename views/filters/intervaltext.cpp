// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/intervaltext.h"

#include "models/core/translation.h"
#include "models/filter/zonecalendar.h"
#include "models/table/localoffset.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QString endText(UtcMicros time, const Filter::ZoneCalendar &calendar)
{
    QString text = QString::fromStdString(formatTime(calendar.toLocal(time)));
    text.replace(u'T', u' ');
    text.truncate(text.mid(17, 2) == "00"_L1 ? 16 : 19);
    return text + offsetIfRepeated(time, calendar);
}

QString spanText(const TimeWindow &interval, UtcMicros now, const Filter::ZoneCalendar &calendar)
{
    if (!interval.from && !interval.to)
        return tr("any time");
    if (interval.from && interval.to && *interval.from >= *interval.to)
        return tr("no time");
    const bool untilNow = interval.to == now + 1;
    if (!interval.to)
        return tr("since %1").arg(endText(*interval.from, calendar));
    const QString end = untilNow ? tr("now") : endText(*interval.to, calendar);
    if (!interval.from)
        return tr("until %1").arg(end);
    return tr("%1 – %2").arg(endText(*interval.from, calendar), end);
}

} // namespace

QString intervalText(const TimeWindow &interval, const QueryContext &context)
{
    const auto calendar = Filter::ZoneCalendar::open(context.displayZone);
    if (!calendar)
        return {};
    return spanText(interval, context.now, *calendar) + u" · "_s + QString::fromUtf8(context.displayZone);
}

} // namespace Trailglass
