// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"

#include <span>
#include <vector>

namespace Trailglass {

/// More bins than this help nobody and would let a tiny interval fill the memory. Of more bins of an interval
/// only those with events are given.
inline constexpr qint64 MaxBins = 100'000;

/// Divides moments into bins, as QueryEngine::histogram() promises.
///
/// Equal bins run from the first moment to one microsecond after the last; where that does not divide evenly
/// their widths differ by a microsecond, and each is at least one wide (then the last ones lie after the last
/// moment).
///
/// Pure.
/// \thread any
/// \param times  in any order
/// \error Usage as checkDivision()
[[nodiscard]] Result<std::vector<HistogramBin>> binTimes(std::span<const qint64> times,
                                                         const HistogramDivision &division);

/// \error Usage when not exactly one of bins and interval is set, or more bins are asked for than MaxBins
[[nodiscard]] Result<void> checkDivision(const HistogramDivision &division);

/// Whether bins without events are left out for times from \a first to \a last: their number is over
/// MaxBins.
[[nodiscard]] bool leavesOutEmptyBins(qint64 first, qint64 last, const HistogramDivision &division);

/// The greatest start of a bin of \a interval that is not after \a time, and the end of a bin with that
/// start.
[[nodiscard]] qint64 alignedStart(qint64 time, qint64 interval);
[[nodiscard]] qint64 alignedEnd(qint64 start, qint64 interval);

/// The bins that binTimes() would count in for times from \a first to \a last, with no counts.
/// \pre not leavesOutEmptyBins()
/// \error as binTimes()
[[nodiscard]] Result<std::vector<HistogramBin>> divideTime(qint64 first, qint64 last,
                                                           const HistogramDivision &division);

/// Finds the bin of a time in constant time.
/// \thread any, const
class BinFinder
{
public:
    /// \pre \a bins came from divideTime()
    explicit BinFinder(const std::vector<HistogramBin> &bins);

    /// \param time  not before the first bin; behind the last one it counts to that
    [[nodiscard]] std::size_t find(qint64 time) const;

private:
    std::vector<qint64> m_starts;
    double m_binsPerMicrosecond = 0;
};

} // namespace Trailglass
