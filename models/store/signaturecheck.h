// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/orderedworkers.h"
#include "models/core/result.h"

#include <QString>
#include <QStringList>

namespace Trailglass {

/// Compares the signatures of all blocks of raw JSON with the events listed in them. A block without a
/// signature is not a problem: searches read it.
///
/// \param threads  that compare, the caller's among them; at least 1
/// \returns a sentence when some are damaged, and one when searches would miss texts because of some
/// \thread any
/// \error NotFound, NewerVersion, Storage, Cancelled
[[nodiscard]] Result<QStringList> checkSignatures(const QString &workspace, const CancelToken &cancel,
                                                  unsigned threads = workerThreads());

/// Rebuilds the signatures that checkSignatures() reports and those that are missing, as in a workspace of an
/// older version. Those rebuilt before a cancel are kept.
///
/// \thread any
/// \pre the database has this program's version, and the caller holds the workspace's lock
/// \returns how many were rebuilt
/// \error Storage, DiskFull, Locked, Cancelled
[[nodiscard]] Result<int> repairSignatures(const QString &workspace, const CancelToken &cancel);

} // namespace Trailglass
