// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/histogrambins.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/query/calendarbins.h"

#include <QLocale>

#include <algorithm>
#include <limits>

namespace Trailglass {

namespace {

// Times of a damaged file may be any 64-bit number, so distances are unsigned: they cannot overflow.

quint64 timeBetween(qint64 from, qint64 to)
{
    return static_cast<quint64>(to) - static_cast<quint64>(from);
}

qint64 advance(qint64 from, quint64 by)
{
    if (by > timeBetween(from, std::numeric_limits<qint64>::max()))
        return std::numeric_limits<qint64>::max();
    return static_cast<qint64>(static_cast<quint64>(from) + by);
}

/// How many bins of a width it takes for an extent, less one so that the number cannot overflow.
quint64 furtherBins(const TimeExtent &events, qint64 width)
{
    return timeBetween(alignedStart(events.first.value, width), events.last.value)
        / static_cast<quint64>(width);
}

Result<void> checkNumber(qint64 bins, qint64 max)
{
    if (bins >= 1 && bins <= max)
        return {};
    return Error{ErrorKind::Usage,
                 tr("A histogram has at least one bin and at most %1.").arg(QLocale::c().toString(max))};
}

Result<void> checkDivision(const EqualBins &equal, bool isSplit)
{
    return checkNumber(equal.count, isSplit ? MaxSplitBins : MaxBins);
}

Result<void> checkDivision(const IntervalBins &interval, bool)
{
    if (interval.width > 0)
        return {};
    return Error{ErrorKind::Usage, tr("The bins of a histogram must be longer than zero.")};
}

Result<void> checkDivision(const RoundBins &round, bool)
{
    return checkNumber(round.maxBins, MaxSplitBins);
}

std::vector<HistogramBin> makeBins(const EqualBins &equal, const std::optional<TimeExtent> &events,
                                   const Filter::ZoneCalendar &)
{
    if (!events)
        return {};
    const auto count = static_cast<quint64>(equal.count);
    const qint64 first = events->first.value;
    const quint64 distance = timeBetween(first, events->last.value);
    const quint64 span = std::max(count, distance + (distance < std::numeric_limits<quint64>::max() ? 1 : 0));
    // span · index / count, without the product that could overflow.
    const auto boundary = [&](quint64 index) {
        return UtcMicros{advance(first, span / count * index + span % count * index / count)};
    };
    std::vector<HistogramBin> bins;
    bins.reserve(count);
    for (quint64 index = 0; index < count; ++index)
        bins.push_back({boundary(index), boundary(index + 1)});
    return bins;
}

std::vector<HistogramBin> makeBins(const IntervalBins &interval, const std::optional<TimeExtent> &events,
                                   const Filter::ZoneCalendar &)
{
    if (!events)
        return {};
    const auto width = static_cast<quint64>(interval.width);
    const quint64 count = furtherBins(*events, interval.width) + 1;
    std::vector<qint64> starts{alignedStart(events->first.value, interval.width)};
    starts.reserve(count);
    while (starts.size() < count)
        starts.push_back(advance(starts.back(), width));
    return binsAt(starts, interval.width);
}

std::vector<HistogramBin> makeBins(const RoundBins &round, const std::optional<TimeExtent> &events,
                                   const Filter::ZoneCalendar &calendar)
{
    std::optional<UtcMicros> first = round.window.from;
    if (!first && events)
        first = events->first;
    std::optional<UtcMicros> last = events ? std::optional(events->last) : std::nullopt;
    if (round.window.to)
        last = *round.window.to - 1;
    if (!first || !last || *first > *last)
        return {};
    const auto boundaries = calendarBins(*first, *last, round.maxBins, calendar).boundaries;
    std::vector<HistogramBin> bins;
    for (std::size_t place = 0; place + 1 < boundaries.size(); ++place)
        bins.push_back({boundaries[place], boundaries[place + 1]});
    return bins;
}

} // namespace

Result<void> checkRequest(const HistogramRequest &request)
{
    return std::visit(
        [&](const auto &division) { return checkDivision(division, request.splitBy.has_value()); },
        request.division);
}

bool needsExtent(const HistogramRequest &request)
{
    const auto *round = std::get_if<RoundBins>(&request.division);
    return !round || !round->window.from || !round->window.to;
}

bool leavesOutEmptyBins(const HistogramRequest &request, const std::optional<TimeExtent> &events)
{
    const auto *interval = std::get_if<IntervalBins>(&request.division);
    return interval && events && furtherBins(*events, interval->width) >= static_cast<quint64>(MaxBins);
}

std::vector<HistogramBin> divideTime(const HistogramRequest &request, const std::optional<TimeExtent> &events,
                                     const Filter::ZoneCalendar &calendar)
{
    return std::visit([&](const auto &division) { return makeBins(division, events, calendar); },
                      request.division);
}

// Bins are counted from 1970, weeks from its first Monday.
qint64 alignedStart(qint64 time, qint64 width)
{
    constexpr qint64 PerWeek = 7 * UtcMicros::PerDay;
    const qint64 origin = width % PerWeek == 0 ? 4 * UtcMicros::PerDay : 0;
    const qint64 remainder = time % width;
    const qint64 since1970 = remainder < 0 ? remainder + width : remainder;
    const qint64 sinceStart = since1970 < origin ? since1970 + (width - origin) : since1970 - origin;
    // A start below the smallest 64-bit number does not exist; nor do events there.
    const qint64 lowest = std::numeric_limits<qint64>::min();
    return time < lowest + sinceStart ? lowest : time - sinceStart;
}

std::vector<HistogramBin> binsAt(const std::vector<qint64> &starts, qint64 width)
{
    std::vector<HistogramBin> bins;
    bins.reserve(starts.size());
    for (const qint64 start : starts) {
        // The first of all bins may be cut off by the smallest number.
        if (!bins.empty() && bins.back().end.value > start)
            bins.back().end = {start};
        bins.push_back({{start}, {advance(start, static_cast<quint64>(width))}});
    }
    return bins;
}

} // namespace Trailglass
