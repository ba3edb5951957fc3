// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/store/idchunk.h"
#include "models/store/statement.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace Trailglass {

class SqlConnection;

/// A sorted, immutable list of entries, stored as 2^bits chunks by the first bits of the hash.
struct IdRun
{
    /// 24 KiB a chunk: few enough to list, small enough to load for one id.
    static constexpr qint64 EntriesPerChunk = 2048;
    /// Never reached: each level has four times the entries of the one below.
    static constexpr int GreatestLevel = 32;

    qint64 number = 0; ///< never reused
    int level = 0; ///< 1 for a new run, one more than its parts for a merged one
    int bits = 0; ///< leading bits of a hash that choose the chunk
    qint64 count = 0;

    /// The bits of a run with this many entries.
    [[nodiscard]] static int bitsFor(qint64 count);

    [[nodiscard]] quint64 prefixOf(quint64 hash) const { return bits == 0 ? 0 : hash >> (64 - bits); }
};

/// Looks up entries in the runs of a workspace. Recently used chunks are kept in memory.
///
/// \thread the connection's
class IdRuns
{
public:
    /// All chunks of ten million events fit.
    static constexpr std::size_t CacheBytes = 128 * 1024 * 1024;

    /// \param cacheBytes  of chunks kept in memory; for tests
    static Result<IdRuns> open(SqlConnection &connection, std::size_t cacheBytes = CacheBytes);

    /// Reads the list of runs again; call at the start of every transaction.
    Result<void> refresh();

    [[nodiscard]] const std::vector<IdRun> &runs() const { return m_runs; }

    /// Appends all entries with one of the hashes.
    /// \param ascending  ascending hashes
    Result<void> find(std::span<const quint64> ascending, std::vector<IdEntry> &found);

    /// \returns a chunk; valid until the next call of a function of this object
    /// \error Storage for a chunk that is missing or damaged
    Result<const IdChunk *> chunk(const IdRun &run, quint64 prefix);

    /// Clears the chunks kept in memory, after a rollback.
    void forget();
    /// Clears those of one run.
    void forget(const IdRun &run);

    static qint64 key(qint64 run, quint64 prefix);

private:
    IdRuns(Statement list, Statement load, std::size_t cacheBytes);
    void forgetHalf();
    /// \param isForgotten  is called once with the key of each chunk
    template <class Condition>
    void forgetChunks(Condition isForgotten);

    Statement m_list;
    Statement m_load;
    std::size_t m_cacheBytes;
    std::vector<IdRun> m_runs;
    std::unordered_map<qint64, IdChunk> m_chunks; ///< by key()
    std::size_t m_bytes = 0;
};

} // namespace Trailglass
