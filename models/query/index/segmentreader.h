// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/query/index/segment.h"

#include <vector>

namespace Trailglass {

class SqlConnection;

/// Reads rows of table `event` into segments.
///
/// \param open  a segment that the first rows go on with, or nothing (a null segment)
/// \param first, last  row numbers, both inclusive; \a last is one that has been given
/// \returns ascending, without segments that have no event; only the last may be less than full. A row whose
/// numbers cannot be right, or that is in the wrong place, is left out: missingEvents() reports
/// \thread the connection's, within a transaction
/// \error Storage, Cancelled
[[nodiscard]] Result<std::vector<ListedSegment>> readSegments(SqlConnection &connection,
                                                              const ListedSegment &open, qint64 first,
                                                              qint64 last, const CancelToken &cancel);

} // namespace Trailglass
