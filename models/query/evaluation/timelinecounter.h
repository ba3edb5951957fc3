// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/zonecalendar.h"
#include "models/query/evaluation/fieldvalues.h"
#include "models/query/queryengine.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace Trailglass {

/// \error Usage for what TimelineDivision does not allow
[[nodiscard]] Result<void> checkDivision(const TimelineDivision &division);
/// \error Usage for a field that QueryEngine::timeline() does not split by
[[nodiscard]] Result<void> checkSplit(const FieldValues &values);

/// The times of the first and the last of some events.
using TimeExtent = std::pair<UtcMicros, UtcMicros>;

/// The boundaries of a timeline's bins.
///
/// \param events  nothing when nothing matches
/// \returns none for a window that is empty, or without an end while nothing matches
[[nodiscard]] std::vector<UtcMicros> timelineBoundaries(const TimelineDivision &division,
                                                        const std::optional<TimeExtent> &events,
                                                        const Filter::ZoneCalendar &calendar);

/// Counts events by bin and code.
/// \thread one at a time
class TimelineCounter
{
public:
    /// \param boundaries  as of Timeline; outlive the counter
    /// \param codes  how many there are; whatever is no code counts as "no value"
    TimelineCounter(const std::vector<UtcMicros> &boundaries, std::size_t codes);

    /// An event outside of all bins does not count. Fast where times come in order.
    void add(qint64 time, quint64 code)
    {
        if (time < m_start || time >= m_end) {
            if (!enter(time))
                return;
        }
        ++m_counts[std::min<quint64>(code, m_codes) * m_bins + m_bin];
    }

    /// \pre made for the same boundaries and codes
    void add(const TimelineCounter &other);

    /// \param texts  by code; several codes may have the same
    [[nodiscard]] Timeline timeline(const CodedStrings &texts) const;

private:
    bool enter(qint64 time);

    const std::vector<UtcMicros> &m_boundaries;
    std::size_t m_bins;
    std::size_t m_codes;
    std::vector<qint64> m_counts; ///< by code, by bin; "no value" behind all codes
    std::size_t m_bin = 0; ///< of the last event
    qint64 m_start = 0; ///< of that bin; empty before the first event
    qint64 m_end = 0;
};

} // namespace Trailglass
