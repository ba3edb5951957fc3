// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/storethread.h"
#include "models/store/workspace.h"
#include "models/sync/syncjob.h"

#include <QStringList>

#include <memory>

namespace Trailglass {

/// What a sync needs of the workspace, held until its end.
struct SyncPreparation
{
    std::unique_ptr<WorkspaceLock> lock;
    std::unique_ptr<StoreThread> store;
    QString identity; ///< of the workspace
    QList<SyncJob> jobs; ///< by the sources' names or as they were named; secrets still to be looked up
};

/// Takes the lock, opens the store and reads where the sources stand. Blocking: not for the GUI thread.
///
/// \param names  these sources, each once; empty is all that are not removed
/// \error Locked, Storage, NewerVersion; NotFound: no workspace yet, no such source, or it was removed
[[nodiscard]] Result<SyncPreparation> prepareSync(const QString &workspace, const QStringList &names);

} // namespace Trailglass
