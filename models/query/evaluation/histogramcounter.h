// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/histogram.h"
#include "models/store/codedstrings.h"

#include <algorithm>
#include <vector>

namespace Trailglass {

/// Counts events by bin and code.
/// \thread one at a time
class HistogramCounter
{
public:
    /// \param bins  as of Histogram; outlive the counter
    /// \param codes  how many there are; whatever is no code counts as "no value"
    HistogramCounter(const std::vector<HistogramBin> &bins, std::size_t codes);

    /// Counts \a events of one time and code; those outside of all bins do not count. Fast where times come
    /// in order.
    void add(qint64 time, quint64 code, qint64 events = 1)
    {
        if (time < m_start || time >= m_end) {
            if (!enter(time))
                return;
        }
        m_counts[std::min<quint64>(code, m_codes) * m_bins.size() + m_bin] += events;
    }

    /// Whether two times are in the same bin.
    [[nodiscard]] bool isOneBin(qint64 first, qint64 last);

    /// \pre made for the same bins and codes
    void add(const HistogramCounter &other);

    /// \param texts  by code; several codes may have the same
    [[nodiscard]] Histogram histogram(const CodedStrings &texts) const;

private:
    bool enter(qint64 time);
    [[nodiscard]] bool holds(std::size_t bin, qint64 time) const;

    const std::vector<HistogramBin> &m_bins;
    std::size_t m_codes;
    double m_binsPerMicrosecond = 0; ///< on average
    std::vector<qint64> m_counts; ///< by code, by bin; "no value" after all codes
    std::size_t m_bin = 0; ///< of the last event
    qint64 m_start = 0; ///< of that bin; no time before the first event
    qint64 m_end = 0;
};

} // namespace Trailglass
