// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/query/histogram.h"

#include <cstddef>
#include <vector>

namespace Trailglass {

/// Numbers that the server gives to times, so that the times of a number are all in one bin of a histogram.
///
/// The arithmetic is in whole numbers and exact; calendars and zones are in the bins, which this program computes.
/// \thread any
class TimeGroups
{
public:
    /// Bins of one width; group n is the n-th, counted from \a start, whether there are bins or not.
    /// \pre width > 0
    static TimeGroups ofWidth(UtcMicros start, qint64 width);

    /// Bins as EqualBins are divided, see divideTime(); group n is the n-th.
    /// \param bins  not empty
    static TimeGroups ofEqual(const std::vector<HistogramBin> &bins);

    /// Any bins that lie next to one another; a bin has several groups, which binOf() finds.
    /// \param bins  not empty; a thousand at most, since their starts go into the query
    static TimeGroups ofBins(const std::vector<HistogramBin> &bins);

    /// An expression of `created`, Int64. Its value is good for times within the bins; with ofWidth(), for any from the
    /// start on.
    [[nodiscard]] const ArchiveSql &expression() const { return m_expression; }

    /// The bin of a group.
    /// \param group  from the server, which is not trusted
    /// \returns a number that is no bin for one that is no group
    [[nodiscard]] std::size_t binOf(qint64 group) const;

private:
    explicit TimeGroups(ArchiveSql expression)
        : m_expression(std::move(expression))
    {
    }

    ArchiveSql m_expression;
    std::vector<std::size_t> m_bins; ///< by group; empty: groups are bins
};

} // namespace Trailglass
