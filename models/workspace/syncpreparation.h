// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/storethread.h"
#include "models/store/workspace.h"
#include "models/sync/syncjob.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace Trailglass {

/// What to sync, and from where.
struct SyncRequest
{
    QStringList names = {}; ///< of sources, each once; empty: all that are not removed
    bool full = false; ///< read everything again; deletes nothing
    std::optional<UtcMicros> since = {}; ///< replaces the watermark for this run
    /// Nobody is there to approve anything, or to answer a prompt of the keychain: a source with references that are not
    /// approved fails with SecretNotApproved, and the others go on.
    bool isUnattended = false;
    /// EventReader::identity() of the workspace that the names are of: another one in its place is refused. Empty: any.
    QString workspace = {};
};

/// Reads the start of a sync as the filter language reads times (`2026-11`, `-7d` …): its first moment. Pure.
/// \thread any
/// \param zone  IANA name, for times without one
/// \error Usage
[[nodiscard]] Result<UtcMicros> parseSyncStart(const QString &text, UtcMicros now,
                                               const QByteArray &zone = QByteArrayLiteral("UTC"));

/// What a sync needs of the workspace, held until its end.
struct SyncPreparation
{
    std::unique_ptr<WorkspaceLock> lock;
    std::unique_ptr<StoreThread> store;
    QString identity; ///< of the workspace
    QList<SyncJob> jobs; ///< as activeSources() orders them; secrets still to be looked up
};

/// Takes the lock, opens the store and reads the state of the sources. Blocking.
///
/// \thread any but the GUI thread
/// \param cancel  ends the copying before a workspace of an earlier version is upgraded
/// \error Usage: no such source, or it was removed; NotFound: no workspace; Storage, also for another workspace than the
/// request is for, which is left as it is; Locked, NewerVersion, Cancelled
[[nodiscard]] Result<SyncPreparation> prepareSync(const QString &workspace, const SyncRequest &request,
                                                  const CancelToken &cancel = {});

/// Reads the state of sources for a sync that begins while another one of this program is on: that one's lock and store
/// serve it too. Blocking.
///
/// \param identity  SyncPreparation::identity of the one that is on
/// \param beingSynced  names of the sources that are synced now: they are left out
/// \thread any but the GUI thread
/// \error as prepareSync(); Locked: one of \a beingSynced is to be read from another time on
[[nodiscard]] Result<QList<SyncJob>> furtherJobs(const QString &workspace, const SyncRequest &request,
                                                 const QString &identity, const QStringList &beingSynced);

} // namespace Trailglass
