// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivecheck.h"
#include "models/archive/archiveoverview.h"
#include "models/archive/archivepusher.h"
#include "models/archive/archivesession.h"
#include "models/archive/sourcetakeover.h"
#include "models/core/clock.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace Trailglass {

class SharedArchive;

// What is done with an archive besides reading its events. All functions block; any thread.

/// What the creation of an archive came to.
enum class ArchiveCreation
{
    Created, ///< there was none
    Completed, ///< it was made by an earlier program, and has the tables that were added since now
    Unchanged, ///< it was there
};

/// How an archive is to be created.
struct ArchiveCreationPlan
{
    /// The archive is one of this cluster, as with `?cluster=NAME` in its address; nothing: as the address says.
    std::optional<QString> cluster = {};
    bool hasKeeper = false; ///< ArchiveLayout::hasKeeper
};
/// The archive that a plan makes of an address.
/// \error Usage as ArchivePlace::inCluster(), and for Keeper without a cluster
[[nodiscard]] Result<ArchivePlace> plannedArchive(const ArchivePlace &named, const ArchiveCreationPlan &plan);

/// Creates the archive of an address: database, tables, format. What is there already stays.
///
/// A cluster without Keeper needs that of each of its servers. Until the last one they fail, and say so.
/// \param hasKeeper  ArchiveLayout::hasKeeper; of a cluster alone
/// \error Usage for a database with tables of other making, or names that cannot be; NewerVersion and Unsupported as
/// inspectArchive(); Forbidden for a user who may not; else as ArchiveSession
[[nodiscard]] Result<ArchiveCreation> createArchive(const ArchiveAccess &access, bool hasKeeper,
                                                    const Clock &clock, const CancelToken &cancel);

/// What an archive holds.
/// \error as inspectArchive() and ArchiveSession
[[nodiscard]] Result<ArchiveOverview> lookAtArchive(const ArchiveAccess &access, const CancelToken &cancel);
/// The same of an archive that is open.
[[nodiscard]] Result<ArchiveOverview> lookAtArchive(SharedArchive &archive, const CancelToken &cancel);

/// What a check of an archive found, without any workspace.
struct ArchiveDiagnosis
{
    ArchiveOverview overview;
    QStringList problems; ///< sentences; none: all batches have the events that were pushed
};
/// \error as lookAtArchive()
[[nodiscard]] Result<ArchiveDiagnosis> diagnoseArchive(const ArchiveAccess &access,
                                                       const CancelToken &cancel);

/// Brings an archive up to the present state of a workspace.
/// \error NotFound: no workspace; as pushToArchive()
[[nodiscard]] Result<PushReport> pushWorkspace(const QString &workspace, const ArchiveAccess &access,
                                               const Clock &clock, const CancelToken &cancel,
                                               const PushProgress &progressed = {});

/// When a workspace has pushed something into an archive the last time, by its clock; nothing if it never has.
/// \error NotFound: no workspace; as lookAtArchive()
[[nodiscard]] Result<std::optional<UtcMicros>>
lastPushOf(const QString &workspace, const ArchiveAccess &access, const CancelToken &cancel);

/// How a source is claimed for a workspace.
struct SourceClaim
{
    QString source; ///< by name
    bool takesOver = false; ///< ClaimPlan::takesOver
};
/// Makes a source of an archive belong to a workspace, so that its next push brings the events.
/// \error NotFound: no workspace; as claimSource()
[[nodiscard]] Result<ClaimReport> claimForWorkspace(const QString &workspace, const ArchiveAccess &access,
                                                    const SourceClaim &claim, const Clock &clock,
                                                    const CancelToken &cancel);

/// Compares an archive with a workspace.
/// \error NotFound: no workspace; as checkArchive()
[[nodiscard]] Result<ArchiveCheckReport> verifyArchive(const QString &workspace, const ArchiveAccess &access,
                                                       const CancelToken &cancel,
                                                       const std::function<void(double)> &progressed = {});

} // namespace Trailglass
