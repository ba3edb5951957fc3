// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveretry.h"
#include "models/core/canceltoken.h"
#include "models/core/clock.h"
#include "models/core/result.h"

#include <QString>

#include <functional>

namespace Trailglass {

class ArchiveSession;
class EventReader;

/// How a push is done.
struct PushPlan
{
    QString name; ///< of the workspace, shown to others: that of its folder
    qint64 groupRows = 50'000; ///< rows of the workspace that come to count at once
    /// What their columns take; one event more may exceed it. Nesting multiplies what is written once in JSON, so that the
    /// JSON says little of it.
    std::size_t groupBytes = std::size_t(256) * 1024 * 1024;
    ArchiveRetry::Wait wait = {}; ///< between tries; empty: as long as it takes
};

/// What a push did.
struct PushReport
{
    qint64 events = 0; ///< that count since
    qint64 takenBack =
        0; ///< superseded or removed events that no longer count, and those of former owners of a source
    qint64 leftOut = 0; ///< events too large for an archive
    int batches = 0;
    int voidNumbers = 0; ///< batches that were given up and sent again, those of an earlier push included

    friend bool operator==(const PushReport &, const PushReport &) = default;
};

/// How far a push is: rows of the workspace.
using PushProgress = std::function<void(qint64 done, qint64 all)>;

/// Brings an archive up to the present state of a workspace: new events, those that were replaced or removed, coverage and
/// quarantined rows.
///
/// Each event counts exactly once, whatever breaks in between. Where to go on is in the archive alone: after a failure, a
/// crash or a cancel another push completes this one. Replaced and removed events stop counting in the same moment in which
/// the last new ones begin to, those of former owners of a source (FormerOwners) a moment before the new ones. Events of
/// which one is too large are left out; all others of the workspace are pushed.
/// \pre nobody else writes to the workspace, or the archive may lack a superseded event until the next push
/// \thread the reader's; blocks
/// \error Rejected: a source belongs to another workspace, or this one was restored or copied (requireSameWorkspace()); Locked:
/// another push of the same workspace; as inspectArchive(); Storage; else as ArchiveSession. What was committed stays
[[nodiscard]] Result<PushReport> pushToArchive(const EventReader &reader, ArchiveSession &session,
                                               const PushPlan &plan, const Clock &clock,
                                               const CancelToken &cancel,
                                               const PushProgress &progressed = {});

} // namespace Trailglass
