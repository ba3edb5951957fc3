// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivecheck.h"
#include "models/archive/archiveoverview.h"
#include "models/archive/archivepusher.h"
#include "models/archive/archivesession.h"
#include "models/core/clock.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace Trailglass {

// What is done with an archive besides reading its events. All functions block; any thread.

/// Creates the archive of an address: database, tables, format. What is there already stays.
///
/// A cluster without Keeper needs that of each of its servers. Until the last one they fail, and say so.
/// \param hasKeeper  ArchiveLayout::hasKeeper; of a cluster alone
/// \returns whether there was no archive before
/// \error Usage for a database with tables of other making, or names that cannot be; NewerVersion and Unsupported as
/// inspectArchive(); Forbidden for a user who may not; else as ArchiveSession
[[nodiscard]] Result<bool> createArchive(const ArchiveAccess &access, bool hasKeeper, const Clock &clock,
                                         const CancelToken &cancel);

/// What an archive holds.
/// \error as inspectArchive() and ArchiveSession
[[nodiscard]] Result<ArchiveOverview> lookAtArchive(const ArchiveAccess &access, const CancelToken &cancel);

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

/// Compares an archive with a workspace.
/// \error NotFound: no workspace; as checkArchive()
[[nodiscard]] Result<ArchiveCheckReport> verifyArchive(const QString &workspace, const ArchiveAccess &access,
                                                       const CancelToken &cancel,
                                                       const std::function<void(double)> &progressed = {});

} // namespace Trailglass
