// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/filter/zonecalendar.h"
#include "models/query/histogram.h"

#include <optional>
#include <vector>

namespace Trailglass {

/// A limit, so that a tiny interval cannot fill the memory. Of more bins of an interval only those with events
/// are given.
inline constexpr qint64 MaxBins = 100'000;
/// Round bins, and bins whose events are split by a field.
inline constexpr int MaxSplitBins = 1'000;

/// The times of the first and the last of some events, both inclusive.
struct TimeExtent
{
    UtcMicros first;
    UtcMicros last;
};

// All functions here are pure, for any thread.

/// \error Usage for a division outside of its limits
[[nodiscard]] Result<void> checkRequest(const HistogramRequest &request);

/// Whether the extent of the matching events decides where the bins are.
[[nodiscard]] bool needsExtent(const HistogramRequest &request);

/// Whether bins without events are left out, since their number is over MaxBins.
[[nodiscard]] bool leavesOutEmptyBins(const HistogramRequest &request,
                                      const std::optional<TimeExtent> &events);

/// The bins of a request.
///
/// \param events  nothing when nothing matches; not used unless needsExtent()
/// \param calendar  of the display zone, the calling thread's own
/// \pre checkRequest() passed; not leavesOutEmptyBins()
/// \returns none for a window that is empty, or without an end while nothing matches
[[nodiscard]] std::vector<HistogramBin> divideTime(const HistogramRequest &request,
                                                   const std::optional<TimeExtent> &events,
                                                   const Filter::ZoneCalendar &calendar);

/// The greatest start of a bin of \a width µs that is not after \a time.
[[nodiscard]] qint64 alignedStart(qint64 time, qint64 width);

/// \param starts  ascending, of alignedStart(), none twice
/// \returns the bins of \a width µs that begin there
[[nodiscard]] std::vector<HistogramBin> binsAt(const std::vector<qint64> &starts, qint64 width);

} // namespace Trailglass
