// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <QStringList>

#include <functional>

namespace Trailglass {

/// Whether there is a database, or a link in its place, which the check reports as a problem.
[[nodiscard]] bool hasDatabase(const QString &workspace);

/// Called with a sentence about what is being checked.
using CheckProgress = std::function<void(const QString &activity)>;

/// Checks the database itself, then the fields of events against their JSON, then the saved index against the
/// events. Blocking, reads all events.
///
/// \thread any
/// \returns the problems, each once; none where there is no database
/// \error Cancelled; Storage, NewerVersion: the check itself failed
[[nodiscard]] Result<QStringList> checkWorkspace(const QString &workspace, const CancelToken &cancel,
                                                 const CheckProgress &progress);

/// What repairWorkspace() restored.
struct WorkspaceRepair
{
    qint64 texts = 0; ///< of fields, from the JSON of events
    qint64 indexSegments = 0;
    qint64 signatures = 0; ///< for searches

    /// For people: how many of each were restored.
    [[nodiscard]] QStringList sentences() const;
};

/// Rebuilds what can be rebuilt from the events, under the workspace's lock; migrates an older database first.
/// Blocking.
///
/// \thread any
/// \error Locked; Cancelled; Storage, DiskFull, NewerVersion
[[nodiscard]] Result<WorkspaceRepair> repairWorkspace(const QString &workspace, const CancelToken &cancel);

} // namespace Trailglass
