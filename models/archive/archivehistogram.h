// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivequery.h"
#include "models/query/histogram.h"

namespace Trailglass {

/// Whether a histogram can be split by a field, as that of a workspace can: it has a dictionary there.
/// \thread any
[[nodiscard]] bool isSplitField(Field field);

/// Counts events over time, as QueryEngine::histogram(): bins, calendars and zones are this program's. Blocking.
///
/// \pre checkRequest() passed
/// \error Usage for a field to split by that is not coded, has too many values, or for too many bins with it; else as
/// ArchiveSession::ask()
/// \thread any
[[nodiscard]] Result<Histogram> archiveHistogram(ArchiveSession &session, const ArchiveQuery &query,
                                                 const HistogramRequest &request, const CancelToken &cancel);

} // namespace Trailglass
