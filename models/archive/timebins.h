// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesession.h"
#include "models/archive/archivesql.h"
#include "models/archive/placeindex.h"
#include "models/core/canceltoken.h"
#include "models/core/error.h"
#include "models/core/result.h"

#include <vector>

namespace Trailglass {

/// How to count events by time.
struct TimeDivision
{
    UtcMicros from; ///< inclusive
    UtcMicros to; ///< exclusive, after from
    int maxBins = 1;
    bool newestFirst = false; ///< the order of the bins
};

/// Counts events in bins of one width. Blocking.
///
/// \param from  fromEvents(), of events of that time alone
/// \param progressed  as of ArchiveSession::ask()
/// \returns those with events
/// \error Malformed for counts that cannot be; else as ArchiveSession::ask()
/// \thread any
[[nodiscard]] Result<std::vector<TimeBin>> countByTime(ArchiveSession &session, const ArchiveSql &from,
                                                       const TimeDivision &division,
                                                       const CancelToken &cancel,
                                                       const ArchiveSession::Progress &progressed = {});

/// For a server that counts events at times that were not requested.
[[nodiscard]] Error eventsAtOtherTimes();

} // namespace Trailglass
