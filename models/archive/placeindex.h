// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/utcmicros.h"
#include "models/query/resultrows.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace Trailglass {

/// The events of a range of time in a result.
struct TimeBin
{
    UtcMicros from; ///< inclusive
    UtcMicros to; ///< exclusive
    std::size_t count = 0;

    friend bool operator==(const TimeBin &, const TimeBin &) = default;
};

/// How the rows of a result are divided by time, so that a page in its middle is found without counting all rows before
/// it. In the order of the result, which may be the newest bin first; other orders have a single bin.
/// \thread one at a time
class PlaceIndex
{
public:
    PlaceIndex() = default;
    /// \param bins  in the order of the result
    explicit PlaceIndex(std::vector<TimeBin> bins);

    /// All rows.
    [[nodiscard]] std::size_t size() const { return m_size; }

    /// Where some rows are.
    struct Part
    {
        std::size_t firstBin = 0;
        std::size_t lastBin = 0; ///< inclusive
        std::size_t skipped = 0; ///< rows of the first bin that come before
        UtcMicros from; ///< of all the bins; inclusive
        UtcMicros to; ///< exclusive
    };
    /// \pre places is not empty, and within size()
    [[nodiscard]] Part find(PlaceRange places) const;

    [[nodiscard]] const std::vector<TimeBin> &bins() const { return m_bins; }
    /// How many rows come before those of a bin.
    /// \pre bin < bins().size()
    [[nodiscard]] std::size_t rowsBefore(std::size_t bin) const;
    /// \returns nothing for a time without events
    [[nodiscard]] std::optional<std::size_t> binOf(UtcMicros time) const;

    /// Puts finer bins in the place of one.
    /// \param bins  with as many rows, in the order of the result
    void divide(std::size_t bin, const std::vector<TimeBin> &bins);

private:
    void addUp();

    std::vector<TimeBin> m_bins;
    std::vector<std::size_t> m_before; ///< rows before each bin
    std::size_t m_size = 0;
};

} // namespace Trailglass
