// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/histogramtext.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/createdvalue.h"
#include "models/filter/filter.h"
#include "views/common/theme.h"
#include "views/filters/intervaltext.h"

#include <QLocale>

#include <numeric>
#include <set>

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
    return events == 1 ? tr("1 event") : tr("%1 events").arg(QLocale().toString(events));
}

} // namespace

QStringList unsyncedSources(const std::vector<UnsyncedInterval> &unsynced, const TimeWindow &time)
{
    std::set<QString> sources;
    auto range = std::ranges::upper_bound(unsynced, *time.from, {}, &UnsyncedInterval::to);
    for (; range != unsynced.end() && range->from < *time.to; ++range)
        sources.insert(range->sources.begin(), range->sources.end());
    return {sources.begin(), sources.end()};
}

QString binsText(const HistogramResult &result, int first, int last)
{
    const Histogram &histogram = result.histogram;
    const TimeWindow window = windowOf(histogram, first, last);
    QStringList lines{intervalText(window, result.context), eventsText(histogram, first, last)};
    for (std::size_t value = 0; value < histogram.values.size(); ++value) {
        if (const qint64 count = sumOf(histogram.counts[value], first, last); count > 0)
            lines << tr("%1: %2").arg(splitValueText(histogram.values[value]), QLocale().toString(count));
    }
    if (const QStringList sources = unsyncedSources(result.unsynced, window); !sources.isEmpty())
        lines << tr("Not synced, events may be missing: %1").arg(sources.join(", "_L1));
    return lines.join(u'\n');
}

QString binsSummary(const HistogramResult &result, int first, int last)
{
    const QString text =
        tr("%1 · %2").arg(intervalText(windowOf(result.histogram, first, last), result.context),
                          eventsText(result.histogram, first, last));
    const bool isSynced = unsyncedSources(result.unsynced, windowOf(result.histogram, first, last)).isEmpty();
    return isSynced ? text : tr("%1 · not all synced").arg(text);
}

QString createdFilter(const TimeWindow &window, const Filter::ZoneCalendar &calendar)
{
    const Filter::Value value = Filter::createdValue(*window.from, *window.to, calendar);
    return Filter::print(
        Filter::makeNode(Filter::Term{Field::Created, Filter::Comparison::Matches, {value}}));
}

QString splitValueText(const std::string &value)
{
    return value.empty() ? tr("(none)") : toQString(value);
}

QColor splitColour(Field splitBy, const std::string &value, const QPalette &palette)
{
    if (const auto outcome = outcomeFromName(value); outcome && splitBy == Field::Outcome)
        return Colours::outcome(*outcome, palette);
    if (const auto operation = operationFromName(value); operation && splitBy == Field::Op)
        return Colours::series(static_cast<int>(*operation), palette);
    if (const auto vendor = vendorFromName(value); vendor && splitBy == Field::Vendor)
        return Colours::series(static_cast<int>(*vendor), palette);
    return Colours::quiet(palette);
}

} // namespace Trailglass
