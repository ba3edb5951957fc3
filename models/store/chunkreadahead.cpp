// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/chunkreadahead.h"

#include "models/store/leafreader.h"
#include "models/store/sqlconnection.h"
#include "models/store/transaction.h"
#include "models/store/treeshape.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

/// What one thread reads with.
class ChunkReadAhead::Reading
{
public:
    Reading(std::unique_ptr<SqlConnection> connection, const CancelToken &cancel)
        : m_connection(std::move(connection))
        , m_cancel(cancel)
        , m_scope(*m_connection, cancel)
    {
    }

    static Result<std::unique_ptr<Reading>> open(const QString &workspace, const CancelToken &cancel)
    {
        TRY(auto connection, SqlConnection::openForReading(workspace));
        auto reading = std::make_unique<Reading>(std::move(connection), cancel);
        TRY(reading->m_leaves, LeafReader::open(*reading->m_connection));
        return reading;
    }

    /// \param size  leaves of the tree
    Result<void> read(std::vector<Chunk> &chunks, qint64 size)
    {
        TRY([[maybe_unused]] const auto transaction, ReadTransaction::begin(*m_connection));
        TRY(m_leaves->refresh());
        for (Chunk &chunk : chunks) {
            const qint64 first = chunk.number * TreeShape::ChunkLeaves;
            const qint64 end = std::min(first + TreeShape::ChunkLeaves, size);
            TRY(const std::vector<StoredLeaf> *const leaves, m_leaves->read(first, end, m_cancel));
            for (const StoredLeaf &leaf : *leaves)
                chunk.hashes.push_back(leaf.hash);
        }
        return {};
    }

private:
    std::unique_ptr<SqlConnection> m_connection;
    const CancelToken m_cancel;
    CancelScope m_scope;
    std::optional<LeafReader> m_leaves;
};

ChunkReadAhead::ChunkReadAhead(QString workspace, qint64 size, std::vector<qint64> chunks, CancelToken cancel,
                               unsigned threads)
    : m_workspace(std::move(workspace))
    , m_size(size)
    , m_chunks(std::move(chunks))
    , m_cancel(std::move(cancel))
    , m_workers([this] { return makeWork(); }, threads)
{
}

ChunkReadAhead::~ChunkReadAhead() = default;

OrderedWorkers<ChunkReadAhead::Job>::Work ChunkReadAhead::makeWork() const
{
    // Opened by the thread that uses it.
    const auto reading = std::make_shared<std::unique_ptr<Reading>>();
    return [this, reading](Job &job) {
        const auto read = [&]() -> Result<void> {
            if (!*reading) {
                TRY(*reading, Reading::open(m_workspace, m_cancel));
            }
            return (*reading)->read(job.chunks, m_size);
        };
        if (const Result<void> done = read(); !done)
            job.error = done.error();
    };
}

Result<std::optional<ChunkHashes>> ChunkReadAhead::take(qint64 number)
{
    for (;;) {
        while (!m_ready.empty() && m_ready.front().number < number)
            m_ready.pop_front();
        if (!m_ready.empty())
            break;
        TRY(const bool isMore, readMore());
        if (!isMore)
            return std::optional<ChunkHashes>();
    }
    if (m_ready.front().number != number)
        return std::optional<ChunkHashes>();
    std::optional<ChunkHashes> hashes = std::move(m_ready.front().hashes);
    m_ready.pop_front();
    return hashes;
}

/// Waits for the oldest job.
/// \returns false when all chunks were read
Result<bool> ChunkReadAhead::readMore()
{
    std::unique_ptr<Job> done;
    while (!done && m_next < m_chunks.size()) {
        auto job = std::make_unique<Job>();
        for (std::size_t count = 0; count < AtOnce && m_next < m_chunks.size(); ++count)
            job->chunks.push_back({.number = m_chunks[m_next++]});
        done = m_workers.exchange(std::move(job));
    }
    if (!done)
        done = m_workers.takeOldest();
    if (!done)
        return false;
    if (done->error)
        return *done->error;
    for (Chunk &chunk : done->chunks)
        m_ready.push_back(std::move(chunk));
    return true;
}

} // namespace Trailglass
