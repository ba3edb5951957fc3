// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/store/counters.h"
#include "models/store/idruns.h"

#include <span>
#include <string_view>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// Finds the rows that may hold the event of a given (source, id), which must be unique.
///
/// New entries go to a small B-tree; when that holds RecentLimit it becomes a sorted run, and RunsPerLevel
/// runs of one level are merged into one of the next. A batch of random ids thus only changes the small tree,
/// while a single B-tree over ten million ids writes a page per event (docs/decisions/0005-store-schema.md).
/// Entries of superseded and removed rows stay: callers check that a row is listed and has the id.
/// \thread the connection's
class IdIndex
{
public:
    /// About a hundred pages of the B-tree, most of which a batch of random ids changes, however small it is.
    static constexpr qint64 RecentLimit = 16'384;
    static constexpr std::size_t RunsPerLevel = 4;

    /// \param recentLimit  for tests; at least 1. Writers of one workspace may use different limits
    static Result<IdIndex> open(SqlConnection &connection, qint64 recentLimit = RecentLimit);

    [[nodiscard]] static quint64 hash(SourceId source, std::string_view id);

    /// Call at the start of every transaction, or read.
    Result<void> refresh();

    /// \param ascending  ascending hashes without duplicates
    /// \returns all entries with one of the hashes, in any order
    Result<std::vector<IdEntry>> find(std::span<const quint64> ascending);

    /// \pre inside a transaction
    /// \error TooLarge for a row over IdChunk::GreatestRow
    Result<void> add(std::vector<IdEntry> entries);

    /// Clears the chunks kept in memory, after a rollback.
    void forget() { m_runs.forget(); }

private:
    IdIndex(SqlConnection &connection, qint64 recentLimit, IdRuns runs, Counters counters,
            Statement findRecent);
    Result<bool> findInOnePass(std::span<const quint64> ascending, std::vector<IdEntry> &found);
    Result<void> findSingly(std::span<const quint64> ascending, std::vector<IdEntry> &found);
    Result<void> addRecent(std::span<const IdEntry> entries);
    Result<void> sealRecent();

    SqlConnection *m_connection;
    qint64 m_recentLimit;
    IdRuns m_runs;
    Counters m_counters;
    Statement m_findRecent;
    Statement m_allRecent; ///< prepared when many hashes are looked up
    Statement m_addRecent; ///< prepared by the first add(): a reader has no use for it
};

} // namespace Trailglass
