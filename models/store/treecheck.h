// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/orderedworkers.h"
#include "models/core/result.h"
#include "models/store/treeverdict.h"

#include <QString>

#include <functional>

namespace Trailglass {

/// How far a check has come, in leaves.
/// \thread the one that checks
using TreeCheckProgress = std::function<void(qint64 leaves)>;

/// Computes the tree of a workspace again, from every event and record, and compares it with all that is stored of it.
///
/// Sees the workspace as it is at the beginning; what is stored meanwhile is left out.
/// Whoever alters content and every hash that depends on it alike is not found: only a checkpoint elsewhere tells.
/// \param progress  called from time to time; may be empty
/// \param threads   that read and hash, the caller's among them; at least 1. The verdict is the same for any number
/// \thread any, waits
/// \error NotFound, NewerVersion; Storage when reading itself fails, or the tree's edge cannot be right; Cancelled within
/// 100 ms
[[nodiscard]] Result<TreeVerdict> checkTree(const QString &workspace, const CancelToken &cancel,
                                            const TreeCheckProgress &progress,
                                            unsigned threads = workerThreads());

} // namespace Trailglass
