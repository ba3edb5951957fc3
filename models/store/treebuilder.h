// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/store/eventwriter.h"
#include "models/store/workspace.h"

namespace Trailglass {

class Clock;
class SqlConnection;

/// Makes the hash tree of a database that has none yet: hashes what an earlier version has stored.
///
/// First the events, in steps of one transaction each; then, in the last one, quarantined rows, coverage, and a record that
/// says how many rows had lost their content before. Of a new database that record is all. Who is killed or cancelled has
/// lost one step: the next call goes on. Events whose source is being purged, or whose JSON cannot be read, get no leaf.
///
/// Holds the workspace's lock while there are events to hash, unless this process holds it already. Nothing happens when the
/// tree is there.
/// \param rowsPerStep  for tests
/// \pre the database has this program's version; outside a transaction
/// \thread the connection's
/// \error Cancelled within milliseconds; Locked, Storage, DiskFull
[[nodiscard]] Result<void> buildTree(SqlConnection &connection, const WorkspacePaths &paths,
                                     const Clock &clock, const CancelToken &cancel,
                                     const TreeProgress &progress, qint64 rowsPerStep = 65'536);

} // namespace Trailglass
