// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/records.h"
#include "models/workspace/preparedquery.h"

#include <QString>

#include <optional>
#include <vector>

namespace Trailglass {

class OpenPlace;

/// A time for which the vendor of a source was not asked: events may be missing.
struct CoverageGap
{
    QString source;
    TimeWindow window; ///< both ends are set

    friend bool operator==(const CoverageGap &, const CoverageGap &) = default;
};

/// The time that a query is about: the interval of `created` that its filter selects, until now at the latest.
///
/// An end that the filter leaves open is that of \a events; without events, an open start leaves no time, and an
/// open end is now. Pure.
/// \thread any
/// \param events  from the first event of the result to the last; both ends are set
/// \returns both ends are set; from >= to where no time is left
/// \error Usage for an unknown display zone
[[nodiscard]] Result<TimeWindow> coveredInterval(const PreparedQuery &query,
                                                 const std::optional<TimeWindow> &events);

/// The sources that a query is about: those that its filter can match, without removed ones. Blocking.
/// \thread the place's
/// \returns by name
/// \error as OpenPlace::sources()
[[nodiscard]] Result<std::vector<SourceRecord>> coveredSources(OpenPlace &place, const PreparedQuery &query);

/// The gaps in coveredInterval() of the coveredSources().
///
/// The one rule for exports, the histogram and whatever else says where events may be missing. Blocking.
/// \thread the place's
/// \param events  as for coveredInterval()
/// \returns by source, then by time
/// \error Usage as coveredInterval(); as OpenPlace::coverage()
[[nodiscard]] Result<std::vector<CoverageGap>> coverageGaps(OpenPlace &place, const PreparedQuery &query,
                                                            const std::optional<TimeWindow> &events);

} // namespace Trailglass
