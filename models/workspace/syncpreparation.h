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
    /// Nobody is there to approve anything: a source with references that are not approved fails with SecretNotApproved, and
    /// the others go on.
    bool isUnattended = false;
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
/// \error Usage: no such source, or it was removed; NotFound: no workspace; Locked, Storage, NewerVersion
[[nodiscard]] Result<SyncPreparation> prepareSync(const QString &workspace, const SyncRequest &request);

} // namespace Trailglass
