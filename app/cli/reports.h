// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"
#include "models/sync/syncreport.h"

namespace Trailglass {

/// Prints reports: one compact JSON object each with `--json`, else a table, with warnings and errors on
/// stderr.
void printReports(Session &session, const QList<SyncReport> &reports);

/// One line of `--json` output, as soon as a source is done.
void printReportLine(Session &session, const SyncReport &report);

/// What a report counts as that failed after it had brought events.
enum class FailedHalfway
{
    IsFailed, ///< a sync: the next one goes on from there
    IsPartial, ///< an import: there is no next one
};

/// All failed: Failed; some failed, or some events unreadable: Partial; cancelled: Interrupted.
[[nodiscard]] ExitCode exitCodeOf(const QList<SyncReport> &reports, FailedHalfway failedHalfway);

} // namespace Trailglass
