// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <QString>
#include <QStringList>

namespace Trailglass {

class SqlConnection;

/// Compares the signatures of all blocks of raw JSON with the events listed in them. A block without one is
/// no problem: searches look at it.
///
/// \returns a sentence when some are damaged, and one when some lack what a search could find
/// \thread the connection's, within a transaction
/// \error Storage, Cancelled
[[nodiscard]] Result<QStringList> checkSignatures(SqlConnection &connection, const CancelToken &cancel);

/// Rebuilds those that checkSignatures() reports, and those that are missing, as in a workspace of
/// an older version. What was done before a cancel stays.
///
/// \pre the caller holds the workspace's lock
/// \thread any
/// \pre the database is of this program's version
/// \returns how many were made
/// \error Storage, DiskFull, Locked, Cancelled
[[nodiscard]] Result<int> repairSignatures(const QString &workspace, const CancelToken &cancel);

} // namespace Trailglass
