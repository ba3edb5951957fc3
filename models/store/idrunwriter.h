// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/idruns.h"

#include <functional>
#include <span>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// Writes runs and merges them. Holds a few chunks in memory, never a whole run.
/// \pre inside a transaction
/// \thread the connection's
class IdRunWriter
{
public:
    /// \param runs  is refreshed after each change; must outlive the writer, as \a connection
    IdRunWriter(SqlConnection &connection, IdRuns &runs);

    /// Writes a run of level 1.
    /// \param entries  ascending
    Result<void> writeSorted(std::span<const IdEntry> entries);

    /// Merges the runs of every level that has \a runsPerLevel of them, lowest level first.
    Result<void> mergeFullLevels(std::size_t runsPerLevel);

private:
    /// Appends the entries with hashes from \a first to \a last, both inclusive.
    using Slice = std::function<Result<void>(quint64 first, quint64 last, std::vector<IdEntry> &entries)>;

    Result<void> write(int level, qint64 count, const Slice &slice);
    Result<void> merge(std::span<const IdRun> runs);
    Result<void> remove(const IdRun &run);

    SqlConnection &m_connection;
    IdRuns &m_runs;
};

} // namespace Trailglass
