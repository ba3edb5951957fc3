// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/orderedworkers.h"
#include "models/core/result.h"
#include "models/merkle/digest.h"

#include <QString>
#include <QtGlobal>

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace Trailglass {

/// The hashes of the leaves of a chunk, in their order; nothing for a leaf that is lost.
using ChunkHashes = std::vector<std::optional<Digest>>;

/// Computes the leaf hashes of chunks on several threads, each with a connection of its own, ahead of whoever needs them.
/// Memory stays flat.
/// \thread the one that makes it: that one reads too, with a connection that no other thread may use
class ChunkReadAhead
{
public:
    /// Chunks that a thread reads at once.
    static constexpr std::size_t AtOnce = 16;

    /// \param size    leaves of the tree
    /// \param chunks  numbers, ascending
    /// \param threads  that read, the caller's among them; at least 1
    ChunkReadAhead(QString workspace, qint64 size, std::vector<qint64> chunks, CancelToken cancel,
                   unsigned threads = workerThreads());
    ~ChunkReadAhead();
    ChunkReadAhead(const ChunkReadAhead &) = delete;
    ChunkReadAhead &operator=(const ChunkReadAhead &) = delete;

    /// Waits for the hashes of a chunk; those of the chunks before it are dropped.
    /// \returns nothing for a chunk that is not among those to read, or was dropped
    /// \error as LeafReader::read(), SqlConnection::openForReading()
    Result<std::optional<ChunkHashes>> take(qint64 number);

private:
    struct Chunk
    {
        qint64 number = 0;
        ChunkHashes hashes = {};
    };
    struct Job
    {
        std::vector<Chunk> chunks;
        std::optional<Error> error;
    };
    class Reading;

    OrderedWorkers<Job>::Work makeWork() const;
    Result<bool> readMore();

    const QString m_workspace;
    const qint64 m_size;
    const std::vector<qint64> m_chunks;
    const CancelToken m_cancel;
    std::size_t m_next = 0; ///< of the chunks: the first one that is in no job
    std::deque<Chunk> m_ready;
    OrderedWorkers<Job> m_workers; ///< last: its work uses everything above
};

} // namespace Trailglass
