// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveretry.h"
#include "models/core/canceltoken.h"
#include "models/core/clock.h"
#include "models/core/result.h"

#include <QString>

namespace Trailglass {

class ArchiveSession;
class EventReader;

/// How a workspace claims a source.
struct ClaimPlan
{
    QString source = {}; ///< by name, one of the workspace
    QString name = {}; ///< of the workspace, shown to others: that of its folder
    bool takesOver = false; ///< also from another workspace
    bool isConfirmed = false; ///< with takesOver: the user knows from whom, and what follows
    ArchiveRetry::Wait wait = {}; ///< as PushPlan::wait
};

/// What became of a claim.
struct ClaimReport
{
    bool wasOurs = false; ///< nothing was changed
    QString takenFrom =
        {}; ///< the name of the workspace that it was taken over from; empty: it belonged to none

    friend bool operator==(const ClaimReport &, const ClaimReport &) = default;
};

/// Makes a source of an archive belong to a workspace.
///
/// Of a source that was taken over the next pushes count each event once (FormerOwners): those that this workspace has are
/// counted from it, those that only the former owner has stay as they are. A push of the former owner that is on ends with an
/// error, and each later one is refused as long as it has new events of the source.
/// \param reader  of the workspace
/// \error Rejected: the source belongs to another workspace and the plan does not take it over, or it is of another vendor;
/// Usage: it is to be taken over and that is not confirmed. Both name the owner, with what to do. NotFound: the workspace has
/// no such source; Forbidden for a user who may only read; Locked when another workspace claims it at the same moment; as
/// inspectArchive(); Storage; else as ArchiveSession
/// \thread the reader's; blocks
[[nodiscard]] Result<ClaimReport> claimSource(const EventReader &reader, ArchiveSession &session,
                                              const ClaimPlan &plan, const Clock &clock,
                                              const CancelToken &cancel);

} // namespace Trailglass
