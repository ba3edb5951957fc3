// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/histogrambins.h"

#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/query/evaluation/sparsebins.h"

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

Error tooManyBins()
{
    return {ErrorKind::Usage,
            tr("A histogram has at most %1 bins. Choose fewer.").arg(QLocale::c().toString(MaxBins))};
}

/// How many bins of an interval it takes from \a first to \a last, less one so that the number cannot
/// overflow.
quint64 furtherBins(qint64 first, qint64 last, qint64 interval)
{
    return timeBetween(alignedStart(first, interval), last) / static_cast<quint64>(interval);
}

std::vector<HistogramBin> equalBins(qint64 first, qint64 last, quint64 bins)
{
    const quint64 span = std::max(bins, timeBetween(first, last) + 1);
    // span · index / bins, without the product that could overflow.
    const auto boundary = [&](quint64 index) {
        return UtcMicros{advance(first, span / bins * index + span % bins * index / bins)};
    };
    std::vector<HistogramBin> result;
    result.reserve(bins);
    for (quint64 index = 0; index < bins; ++index)
        result.push_back({boundary(index), boundary(index + 1)});
    return result;
}

std::vector<HistogramBin> alignedBins(qint64 first, qint64 last, qint64 interval)
{
    qint64 start = alignedStart(first, interval);
    const quint64 bins = furtherBins(first, last, interval) + 1;
    std::vector<HistogramBin> result;
    result.reserve(bins);
    for (quint64 index = 0; index < bins; ++index) {
        const qint64 end = alignedEnd(start, interval);
        result.push_back({UtcMicros{start}, UtcMicros{end}});
        start = end;
    }
    return result;
}

} // namespace

// Bins are counted from 1970, weeks from its first Monday.
qint64 alignedStart(qint64 time, qint64 interval)
{
    constexpr qint64 Week = 7 * UtcMicros::PerDay;
    const qint64 origin = interval % Week == 0 ? 4 * UtcMicros::PerDay : 0;
    const qint64 remainder = time % interval;
    const qint64 since1970 = remainder < 0 ? remainder + interval : remainder;
    const qint64 sinceStart = since1970 < origin ? since1970 + (interval - origin) : since1970 - origin;
    // A start below the smallest 64-bit number does not exist; nor do events there.
    const qint64 lowest = std::numeric_limits<qint64>::min();
    return time < lowest + sinceStart ? lowest : time - sinceStart;
}

qint64 alignedEnd(qint64 start, qint64 interval)
{
    return advance(start, static_cast<quint64>(interval));
}

bool leavesOutEmptyBins(qint64 first, qint64 last, const HistogramDivision &division)
{
    return division.interval > 0
        && furtherBins(first, last, division.interval) >= static_cast<quint64>(MaxBins);
}

Result<void> checkDivision(const HistogramDivision &division)
{
    if ((division.bins > 0) == (division.interval > 0) || division.bins < 0 || division.interval < 0) {
        return Error{ErrorKind::Usage,
                     tr("Choose either a number of bins or an interval, greater "
                        "than zero.")};
    }
    return division.bins > MaxBins ? Result<void>(tooManyBins()) : Result<void>();
}

Result<std::vector<HistogramBin>> divideTime(qint64 first, qint64 last, const HistogramDivision &division)
{
    TRY(checkDivision(division));
    return division.bins > 0 ? equalBins(first, last, static_cast<quint64>(division.bins))
                             : alignedBins(first, last, division.interval);
}

Result<std::vector<HistogramBin>> binTimes(std::span<const qint64> times, const HistogramDivision &division)
{
    TRY(checkDivision(division));
    if (times.empty())
        return std::vector<HistogramBin>();
    const auto [first, last] = std::ranges::minmax(times);
    if (leavesOutEmptyBins(first, last, division))
        return joinedBins(countsOf({times.begin(), times.end()}, division.interval), division.interval, {});
    auto bins = divideTime(first, last, division);
    if (!bins)
        return bins;
    const BinFinder finder(*bins);
    for (const qint64 time : times)
        ++(*bins)[finder.find(time)].count;
    return bins;
}

BinFinder::BinFinder(const std::vector<HistogramBin> &bins)
{
    m_starts.reserve(bins.size());
    for (const HistogramBin &bin : bins)
        m_starts.push_back(bin.start.value);
    const quint64 span = timeBetween(bins.front().start.value, bins.back().end.value);
    m_binsPerMicrosecond = static_cast<double>(bins.size()) / static_cast<double>(std::max<quint64>(span, 1));
}

std::size_t BinFinder::find(qint64 time) const
{
    // Bins are as good as equal, so the guess is right or next to it.
    const double guess = static_cast<double>(timeBetween(m_starts.front(), time)) * m_binsPerMicrosecond;
    auto bin = static_cast<std::size_t>(std::min(guess, static_cast<double>(m_starts.size() - 1)));
    while (bin > 0 && time < m_starts[bin])
        --bin;
    while (bin + 1 < m_starts.size() && time >= m_starts[bin + 1])
        ++bin;
    return bin;
}

} // namespace Trailglass
