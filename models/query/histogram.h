// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"
#include "models/filter/ast.h"

#include <QtGlobal>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace Trailglass {

/// Bins of equal width from the first matching event to one microsecond after the last.
///
/// Where that does not divide evenly, widths differ by a microsecond; each is at least one wide, so that the
/// last ones may lie after the last event.
struct EqualBins
{
    int count = 0; ///< 1 … 100,000
};

/// Bins of one width, aligned to multiples of it since 1970 in UTC, those of whole weeks to Mondays; empty
/// ones between the first and the last event included.
///
/// Where these would be more than 100,000 bins, empty ones are left out, however many remain.
struct IntervalBins
{
    qint64 width = 0; ///< µs, > 0
};

/// Bins between round times in the display zone, see calendarBins(): the smallest round step that needs no
/// more than a number of bins.
///
/// The first and the last bin reach beyond the window to the next round time; what matches there counts.
struct RoundBins
{
    int maxBins = 100; ///< 1 … 1,000
    TimeWindow window = {}; ///< what to show; a missing end is the first or the last matching event
};

/// What to count.
struct HistogramRequest
{
    std::variant<EqualBins, IntervalBins, RoundBins> division;
    /// Counts each value of a coded field apart: one with few values, such as `outcome` or `actor`, or a
    /// derived one. At most 1,000 bins then.
    std::optional<Filter::FieldReference> splitBy = {};
};

struct HistogramBin
{
    UtcMicros start; ///< inclusive
    UtcMicros end; ///< exclusive

    friend bool operator==(const HistogramBin &, const HistogramBin &) = default;
};

/// Counts of events by time and, on request, by the values of one field.
struct Histogram
{
    /// In order of time, each beginning where the one before ends or, where empty ones were left out, later.
    /// None where there is neither a window nor an event.
    std::vector<HistogramBin> bins;
    /// Those with an event in one of the bins, most first, then by value; rows without a value, and all rows
    /// where nothing is split, have the empty text.
    std::vector<std::string> values;
    std::vector<std::vector<qint64>> counts; ///< by value, by bin

    /// All events of a bin.
    /// \pre bin < bins.size()
    [[nodiscard]] qint64 total(std::size_t bin) const
    {
        qint64 sum = 0;
        for (const std::vector<qint64> &ofValue : counts)
            sum += ofValue[bin];
        return sum;
    }

    friend bool operator==(const Histogram &, const Histogram &) = default;
};

} // namespace Trailglass
