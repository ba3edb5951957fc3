// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveretry.h"
#include "models/core/canceltoken.h"
#include "models/core/clock.h"
#include "models/core/result.h"

#include <QString>

#include <optional>

namespace Trailglass {

class ArchiveSession;
class EventReader;

/// How a workspace claims a source.
struct ClaimPlan
{
    QString source = {}; ///< by name, one of the workspace
    QString name = {}; ///< of the workspace, shown to others: that of its folder
    bool takesOver = false; ///< also from another workspace: the user knows from which, and what follows
    ArchiveRetry::Wait wait = {}; ///< as PushPlan::wait
};

/// Another workspace that a source belongs to.
struct SourceHolder
{
    QString name; ///< of its folder, as it pushed
    qint64 events = 0; ///< of the source that count from it

    friend bool operator==(const SourceHolder &, const SourceHolder &) = default;
};

/// What became of a claim.
struct ClaimReport
{
    bool wasOurs = false; ///< nothing was changed
    QString takenFrom =
        {}; ///< the name of the workspace that it was taken over from; empty: it belonged to none
    /// Set where the plan does not take it over from this one: nothing was changed.
    std::optional<SourceHolder> heldBy = {};

    friend bool operator==(const ClaimReport &, const ClaimReport &) = default;
};

/// Makes a source of an archive belong to a workspace.
///
/// Of a source that was taken over the next pushes count each event once (FormerOwners): those that this workspace has are
/// counted from it, those that only the former owner has stay as they are. A push of the former owner that is on ends with an
/// error, and each later one is refused as long as it has new events of the source.
/// \param reader  of the workspace
/// \error Rejected: the source belongs to another workspace, where it is of another vendor; the message names it. Usage for a
/// source of a type that this program does not know. NotFound: the workspace has no such source; Forbidden for a user who may
/// only read; Locked when another workspace claims it at the same moment; as inspectArchive(); Storage; else as ArchiveSession
/// \thread the reader's; blocks
[[nodiscard]] Result<ClaimReport> claimSource(const EventReader &reader, ArchiveSession &session,
                                              const ClaimPlan &plan, const Clock &clock,
                                              const CancelToken &cancel);

} // namespace Trailglass
