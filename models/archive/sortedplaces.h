// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/query/resultrows.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace Trailglass {

/// Neighbouring rows of a result in an order that is not by time, as a condition, and how they can be divided further.
struct SortedBin
{
    ArchiveSql condition = "1"; ///< that they meet, and no other row of the result
    std::size_t count = 0;
    std::size_t term = 0; ///< of OrderSql::terms; all rows have the same values of those before it
    std::string prefix = {}; ///< of a text: which all values of the term begin with
    /// Of a number: the least and the greatest value of the term, where they are known.
    struct Range
    {
        qint64 least = 0;
        qint64 greatest = 0;

        friend bool operator==(const Range &, const Range &) = default;
    };
    std::optional<Range> range = {};
    bool isWhole = false; ///< cannot be divided further

    friend bool operator==(const SortedBin &, const SortedBin &) = default;
};

/// Where the rows of such a result are, so that a page in its middle is found without sorting all of them.
/// \thread one at a time
class SortedPlaces
{
public:
    /// Bins that one query is about: it evaluates the condition of each for each row.
    static constexpr std::size_t MaxBinsAtOnce = 100;

    /// \param size  of the result, which is one bin
    explicit SortedPlaces(std::size_t size = 0);

    /// Some bins, and how many rows of the first one come before those that were requested.
    struct Part
    {
        std::size_t firstBin = 0;
        std::size_t lastBin = 0; ///< inclusive
        std::size_t skipped = 0;
    };
    /// \pre places is not empty, and within the result
    [[nodiscard]] Part find(PlaceRange places) const;

    [[nodiscard]] const std::vector<SortedBin> &bins() const { return m_bins; }

    /// Puts finer bins in the place of one.
    /// \param bins  with as many rows, in the order of the result
    void divide(std::size_t bin, const std::vector<SortedBin> &bins);

private:
    void addUp();

    std::vector<SortedBin> m_bins;
    std::vector<std::size_t> m_before; ///< rows before each bin
};

} // namespace Trailglass
