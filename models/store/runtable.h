// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/runrecord.h"

#include <optional>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// The history of syncs and imports, in table `sync_run` (docs/decisions/0030-run-history.md).
///
/// Reading from a database of a version without the table gives no runs.
/// \pre for functions that write: inside a transaction
/// \thread the connection's
namespace RunTable {

/// Runs kept of a source, and besides these its last complete sync and its last one with a gap: ten days of a sync each
/// quarter of an hour.
inline constexpr int KeptRuns = 1'000;

/// Adds a run without an end, and deletes those that are too many of its source.
/// \error NotFound: the source does not exist or is being purged
Result<RunId> begin(SqlConnection &connection, SourceId source, RunKind kind, UtcMicros at);

/// Stores the end of a run and what it did, with its texts cut as RunJson does. Nothing happens when the history does not
/// hold the run (any more), or holds an end of it.
/// \pre RunRecord::end is set
Result<void> finish(SqlConnection &connection, const RunRecord &run);

/// Runs of a source, or of all that are not being purged; newest first.
/// \param limit  maximum number of runs; 0 for all
/// \error Storage for a value that cannot be right
Result<std::vector<RunRecord>> newest(SqlConnection &connection, std::optional<SourceId> source, int limit);

/// The last sync that ended so, imports left out.
/// \returns nothing where the history holds none
/// \error as newest()
Result<std::optional<RunRecord>> lastSync(SqlConnection &connection, SourceId source, RunStatus status);

/// Reads every row as newest() does, also of sources that are being purged.
/// \error as newest()
Result<void> check(SqlConnection &connection);

} // namespace RunTable

} // namespace Trailglass
