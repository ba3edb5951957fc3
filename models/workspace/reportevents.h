// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/evidence/report.h"

#include <vector>

namespace Trailglass {

class OpenWorkspace;
class ReportTree;
class ResultSnapshot;

/// The events that a result begins with.
struct FirstReportRows
{
    std::vector<ReportRow> shown; ///< in the order of the result, ReportLimits::MaxRows at most
    bool isCut = false; ///< a text of one is longer than shown
};

/// Reads them, without their JSON. Blocking.
///
/// \param result  of the workspace
/// \thread that of \a workspace
/// \error Storage, Cancelled
[[nodiscard]] Result<FirstReportRows> firstReportRows(OpenWorkspace &workspace, const ResultSnapshot &result,
                                                      const CancelToken &cancel);

/// The events of a result that have a mark or a note.
struct MarkedReportEvents
{
    std::vector<ReportEvent> shown; ///< in the order of the result, ReportLimits::MaxMarked at most
    qint64 others = 0; ///< that are not shown
};

/// Reads them with their fields, and what each says of before and after. Blocking.
///
/// \param result  of the workspace, with all its rows in memory
/// \thread that of \a workspace
/// \error Storage, Cancelled
[[nodiscard]] Result<MarkedReportEvents> markedReportEvents(OpenWorkspace &workspace,
                                                            const ResultSnapshot &result, ReportTree &tree,
                                                            const CancelToken &cancel);

} // namespace Trailglass
