// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/typedtime.h"

#include "models/core/translation.h"
#include "models/filter/filter.h"
#include "models/filter/querycontext.h"
#include "models/filter/timewindows.h"
#include "models/filter/zonecalendar.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass::Filter {

namespace {

Error notATime()
{
    return {ErrorKind::Usage,
            Trailglass::tr("Type a time such as 2026-11-20 09:15, 09:15, yesterday or -2h.")};
}

bool hasDigitsAlone(QStringView text)
{
    return std::ranges::all_of(text, [](QChar unit) { return unit >= u'0' && unit <= u'9'; });
}

bool hasFormOfTimeOfDay(const QString &text)
{
    const QStringList parts = text.trimmed().split(u':');
    const bool hasForm = parts.size() == 2 || parts.size() == 3;
    return hasForm && !parts[0].isEmpty() && parts[0].size() <= 2 && hasDigitsAlone(parts[0])
        && parts[1].size() == 2 && hasDigitsAlone(parts[1])
        && (parts.size() == 2 || hasDigitsAlone(parts[2].section(u'.', 0, 0)));
}

/// A time of day on the local day of \a day, as the filter language writes it.
Result<QString> onDay(const QString &timeOfDay, UtcMicros day, const QByteArray &zone)
{
    constexpr std::size_t DateLength = 10; // of 2026-11-20T…
    TRY(const auto calendar, ZoneCalendar::open(zone));
    const std::string local = formatTime(calendar.toLocal(day)).substr(0, DateLength);
    const bool hasShortHour = timeOfDay.indexOf(u':') == 1;
    return QString(QString::fromStdString(local) + (hasShortHour ? "T0"_L1 : "T"_L1) + timeOfDay);
}

} // namespace

bool isTimeOfDay(const QString &text)
{
    return hasFormOfTimeOfDay(text) && typedTime(text, {}).hasValue(); // in UTC, which skips no hour
}

Result<TimeWindow> typedTime(const QString &text, const QueryContext &context,
                             const std::optional<UtcMicros> &day)
{
    QString value = text.trimmed();
    if (hasFormOfTimeOfDay(value)) {
        TRY(value, onDay(value, day.value_or(context.now), context.displayZone));
    }
    value.replace(u' ', u'T'); // a space between date and time would end the value
    if (value.isEmpty() || value.contains(u'"'))
        return notATime();
    const ParseResult parsed = parse("created:"_L1 + value);
    const auto *tree = std::get_if<NodePointer>(&parsed);
    const auto *term = tree ? std::get_if<Term>(&(*tree)->content) : nullptr;
    if (!term || term->values.size() != 1 || !std::holds_alternative<TimeValue>(term->values.front()))
        return notATime();
    TRY(const auto windows, resolveTimes(*term, context));
    if (windows.empty() || !windows.front().from || !windows.front().to)
        return notATime();
    const auto &time = std::get<TimeValue>(term->values.front());
    if (std::holds_alternative<TimeValue::Relative>(time.when))
        return TimeWindow{windows.front().from, *windows.front().from + 1};
    return windows.front();
}

} // namespace Trailglass::Filter
