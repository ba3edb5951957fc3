// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/sql/histogrambins.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace Trailglass {

namespace {

// Times of a damaged file may be any 64-bit number, so distances are unsigned: they cannot overflow.

quint64 distance(qint64 from, qint64 to)
{
    return static_cast<quint64>(to) - static_cast<quint64>(from);
}

qint64 advance(qint64 from, quint64 by)
{
    if (by > distance(from, std::numeric_limits<qint64>::max()))
        return std::numeric_limits<qint64>::max();
    return static_cast<qint64>(static_cast<quint64>(from) + by);
}

/// The greatest start of a bin that is not behind \a time. Bins are counted from 1970, weeks from its first
/// Monday.
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

Error tooManyBins()
{
    return {ErrorKind::Usage,
            QCoreApplication::translate("Histogram",
                                        "The histogram would have more than %1 bins. Choose a longer "
                                        "interval, fewer bins or a narrower filter.")
                .arg(QLocale::c().toString(MaximumBins))};
}

std::vector<HistogramBin> equalBins(qint64 first, qint64 last, quint64 bins)
{
    const quint64 span = std::max(bins, distance(first, last) + 1);
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

/// \returns nothing when there would be too many
std::vector<HistogramBin> alignedBins(qint64 first, qint64 last, qint64 interval)
{
    qint64 start = alignedStart(first, interval);
    const quint64 bins = distance(start, last) / static_cast<quint64>(interval) + 1;
    if (bins == 0 || bins > static_cast<quint64>(MaximumBins))
        return {};
    std::vector<HistogramBin> result;
    result.reserve(bins);
    for (quint64 index = 0; index < bins; ++index) {
        const qint64 end = advance(start, static_cast<quint64>(interval));
        result.push_back({UtcMicros{start}, UtcMicros{end}});
        start = end;
    }
    return result;
}

} // namespace

Result<void> checkDivision(const HistogramDivision &division)
{
    if ((division.bins > 0) == (division.interval > 0) || division.bins < 0 || division.interval < 0) {
        return Error{ErrorKind::Usage,
                     QCoreApplication::translate("Histogram",
                                                 "Choose either a number of bins or an interval, greater "
                                                 "than zero.")};
    }
    return division.bins > MaximumBins ? Result<void>(tooManyBins()) : Result<void>();
}

Result<std::vector<HistogramBin>> divideTime(qint64 first, qint64 last, const HistogramDivision &division)
{
    if (const auto checked = checkDivision(division); !checked)
        return checked.error();
    auto bins = division.bins > 0 ? equalBins(first, last, static_cast<quint64>(division.bins))
                                  : alignedBins(first, last, division.interval);
    return bins.empty() ? Result<std::vector<HistogramBin>>(tooManyBins()) : std::move(bins);
}

Result<std::vector<HistogramBin>> binTimes(std::span<const qint64> times, const HistogramDivision &division)
{
    if (const auto checked = checkDivision(division); !checked)
        return checked.error();
    if (times.empty())
        return std::vector<HistogramBin>();
    const auto [first, last] = std::ranges::minmax(times);
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
    const quint64 span = distance(bins.front().start.value, bins.back().end.value);
    m_binsPerMicrosecond = static_cast<double>(bins.size()) / static_cast<double>(std::max<quint64>(span, 1));
}

std::size_t BinFinder::find(qint64 time) const
{
    // Bins are as good as equal, so the guess is right or next to it.
    const double guess = static_cast<double>(distance(m_starts.front(), time)) * m_binsPerMicrosecond;
    auto bin = static_cast<std::size_t>(std::min(guess, static_cast<double>(m_starts.size() - 1)));
    while (bin > 0 && time < m_starts[bin])
        --bin;
    while (bin + 1 < m_starts.size() && time >= m_starts[bin + 1])
        ++bin;
    return bin;
}

} // namespace Trailglass
