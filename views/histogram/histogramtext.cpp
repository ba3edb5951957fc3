// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/histogramtext.h"

#include "models/core/countargument.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/createdvalue.h"
#include "models/filter/filter.h"
#include "views/common/signs.h"
#include "views/common/theme.h"
#include "views/filters/intervaltext.h"
#include "views/histogram/histogramorder.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

TimeWindow windowOf(const Histogram &histogram, int first, int last)
{
    return {histogram.bins[static_cast<std::size_t>(first)].start,
            histogram.bins[static_cast<std::size_t>(last)].end};
}

qint64 sumOf(const std::vector<qint64> &counts, int first, int last)
{
    return std::accumulate(counts.begin() + first, counts.begin() + last + 1, qint64(0));
}

QString eventsText(const Histogram &histogram, int first, int last)
{
    qint64 events = 0;
    for (const auto &counts : histogram.counts)
        events += sumOf(counts, first, last);
    return tr("%1 event(s)", nullptr, countArgument(events)).arg(QLocale().toString(events));
}

/// Whole months from one local time to another; 0 where one of them is not the beginning of a month.
int monthsBetween(UtcMicros from, UtcMicros to)
{
    const auto day = [](UtcMicros local) {
        return QDateTime::fromMSecsSinceEpoch(local.value / 1'000, Qt::UTC);
    };
    const QDateTime first = day(from);
    const QDateTime last = day(to);
    const QTime midnight(0, 0);
    if (first.date().day() != 1 || last.date().day() != 1 || first.time() != midnight
        || last.time() != midnight)
        return 0;
    return (last.date().year() - first.date().year()) * 12 + last.date().month() - first.date().month();
}

} // namespace

QStringList unsyncedSources(const std::vector<SourceGaps> &sources, const TimeWindow &time)
{
    QStringList names;
    for (const SourceGaps &source : sources) {
        const auto gap = std::ranges::upper_bound(source.gaps, *time.from, {},
                                                  [](const TimeWindow &window) { return *window.to; });
        if (gap != source.gaps.end() && *gap->from < *time.to)
            names << source.source;
    }
    return names;
}

QStringList binsText(const HistogramResult &result, int first, int last)
{
    const Histogram &histogram = result.histogram;
    const TimeWindow window = windowOf(histogram, first, last);
    QStringList lines{intervalText(window, result.context), eventsText(histogram, first, last)};
    for (std::size_t value = 0; value < histogram.values.size(); ++value) {
        if (const qint64 count = sumOf(histogram.counts[value], first, last); count > 0)
            lines << tr("%1: %2").arg(splitValueText(histogram.values[value]), QLocale().toString(count));
    }
    if (const QStringList sources = unsyncedSources(result.sources, window); !sources.isEmpty())
        lines << tr("Not synced, events may be missing: %1").arg(sources.join(", "_L1));
    return lines;
}

QString binsSummary(const HistogramResult &result, int first, int last)
{
    const QString text =
        tr("%1 · %2").arg(intervalText(windowOf(result.histogram, first, last), result.context),
                          eventsText(result.histogram, first, last));
    const bool isSynced = unsyncedSources(result.sources, windowOf(result.histogram, first, last)).isEmpty();
    return isSynced ? text : tr("%1 · not all synced").arg(text);
}

std::vector<std::string> valuesIn(const Histogram &histogram, int first, int last)
{
    std::vector<std::string> values;
    for (std::size_t value = 0; value < histogram.values.size(); ++value) {
        if (histogram.values[value] != OtherValues && sumOf(histogram.counts[value], first, last) > 0)
            values.push_back(histogram.values[value]);
    }
    return values;
}

QString barWidthText(const HistogramResult &result)
{
    const auto calendar = Filter::ZoneCalendar::open(result.context.displayZone);
    if (result.histogram.bins.empty() || !calendar)
        return {};
    const HistogramBin &bin = result.histogram.bins[result.histogram.bins.size() / 2];
    const UtcMicros from = calendar->toLocal(bin.start);
    const UtcMicros to = calendar->toLocal(bin.end);
    const auto count = [span = to - from](qint64 unit) {
        return static_cast<int>(span / unit);
    };
    const int months = monthsBetween(from, to);
    if (months > 0 && months % 12 == 0)
        return tr("1 bar = %Ln year(s)", nullptr, months / 12);
    if (months > 0)
        return tr("1 bar = %Ln month(s)", nullptr, months);
    if (to - from >= 7 * UtcMicros::PerDay)
        return tr("1 bar = %Ln week(s)", nullptr, count(7 * UtcMicros::PerDay));
    if (to - from >= UtcMicros::PerDay)
        return tr("1 bar = %Ln day(s)", nullptr, count(UtcMicros::PerDay));
    if (to - from >= UtcMicros::PerHour)
        return tr("1 bar = %Ln hour(s)", nullptr, count(UtcMicros::PerHour));
    if (to - from >= UtcMicros::PerMinute)
        return tr("1 bar = %Ln minute(s)", nullptr, count(UtcMicros::PerMinute));
    return tr("1 bar = %Ln second(s)", nullptr, count(UtcMicros::PerSecond));
}

QString createdFilter(const TimeWindow &window, const Filter::ZoneCalendar &calendar)
{
    const Filter::Value value = Filter::createdValue(*window.from, *window.to, calendar);
    return Filter::print(
        Filter::makeNode(Filter::Term{Field::Created, Filter::Comparison::Matches, {value}}));
}

QString splitValueText(const std::string &value)
{
    if (value == OtherValues)
        return tr("others");
    return value.empty() ? tr("(no value)", "of a field") : toQString(value);
}

std::optional<Glyph> splitGlyph(Field splitBy, const std::string &value)
{
    if (const auto outcome = outcomeFromName(value); outcome && splitBy == Field::Outcome)
        return outcomeGlyph(*outcome);
    if (const auto operation = operationFromName(value); operation && splitBy == Field::Op)
        return operationGlyph(*operation);
    return std::nullopt;
}

QColor splitColour(Field splitBy, const std::string &value, std::size_t place, const QPalette &palette)
{
    if (const auto outcome = outcomeFromName(value); outcome && splitBy == Field::Outcome)
        return Colours::outcome(*outcome, palette);
    if (const auto operation = operationFromName(value); operation && splitBy == Field::Op)
        return Colours::series(static_cast<int>(*operation), palette);
    if (const auto vendor = vendorFromName(value); vendor && splitBy == Field::Vendor)
        return Colours::series(static_cast<int>(*vendor), palette);
    if (hasFixedOrder(splitBy) || value == OtherValues)
        return Colours::quiet(palette);
    return Colours::series(static_cast<int>(place), palette);
}

} // namespace Trailglass
