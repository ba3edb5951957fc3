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

/// All failed: Failed; some failed or some rows unreadable where that is partial: Partial; cancelled:
/// Interrupted.
enum class Unreadable
{
    IsFine,
    IsPartial
};
[[nodiscard]] ExitCode exitCodeOf(const QList<SyncReport> &reports, Unreadable unreadable);

} // namespace Trailglass
