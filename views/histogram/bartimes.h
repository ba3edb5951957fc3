// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/histogram.h"

#include <optional>
#include <vector>

namespace Trailglass {

/// The bars that the keys are at, by their times: other bars of the same time are found by them. A value.
class BarTimes
{
public:
    /// Places in bins.
    struct Places
    {
        std::optional<int> anchor; ///< the bin a selection began at
        std::optional<int> cursor; ///< the bin that the keys are at
    };

    /// \param bins  as of Histogram
    /// \param places  within \a bins
    BarTimes(const std::vector<HistogramBin> &bins, const Places &places);

    /// Where the times are in other bins.
    ///
    /// \param bins  as of Histogram
    /// \returns no anchor where its time is outside, neither of them where that of the cursor is
    [[nodiscard]] Places placesIn(const std::vector<HistogramBin> &bins) const;

private:
    std::optional<UtcMicros> m_anchor;
    std::optional<UtcMicros> m_cursor;
};

} // namespace Trailglass
