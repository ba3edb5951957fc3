// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/endedrun.h"

#include <chrono>

namespace Trailglass {

namespace {

RunStatus statusOf(const SyncReport &report)
{
    switch (report.status) {
    case SyncReport::Status::Ok:
        return report.leavesGap ? RunStatus::OkWithGap : RunStatus::Ok;
    case SyncReport::Status::Failed:
        return RunStatus::Failed;
    case SyncReport::Status::Cancelled:
        return RunStatus::Cancelled;
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

RunRecord endedRun(RunRecord run, const SyncReport &report, UtcMicros at)
{
    run.end = RunEnd{.at = at, .status = statusOf(report)};
    run.figures = {.requests = report.requests,
                   .retries = report.retries,
                   .pages = report.pages,
                   .bytes = report.bytes,
                   .waited = std::chrono::microseconds(report.waited).count(),
                   .counts = report.counts,
                   .warnings = report.warnings,
                   .error = {}};
    if (report.error) {
        run.figures.error = RunError{.kind = errorKindName(report.error->kind),
                                     .httpStatus = report.error->httpStatus,
                                     .message = report.error->message};
    }
    return run;
}

} // namespace Trailglass
