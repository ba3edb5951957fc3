// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/query/evaluation/histogrambins.h"

#include <optional>

namespace Trailglass {

class ArchiveSession;

/// The times of the first and the last of some events, in a few queries, however many were taken back at both ends.
/// Blocking.
///
/// \param from  fromEvents()
/// \param times  that all events are within; both ends set
/// \returns nothing where there are no events
/// \error as countByTime()
/// \thread any
[[nodiscard]] Result<std::optional<TimeExtent>> eventExtent(ArchiveSession &session, const ArchiveSql &from,
                                                            const TimeWindow &times,
                                                            const CancelToken &cancel);

} // namespace Trailglass
