// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveresult.h"
#include "models/archive/archiveretry.h"
#include "models/archive/rowblock.h"
#include "models/query/recordsource.h"

#include <QByteArray>

#include <cstddef>
#include <memory>
#include <vector>

namespace Trailglass {

class ArchiveSession;

/// How many records are read at once; a test has fewer.
struct BlockLimits
{
    std::size_t rows = 100'000; ///< of a block. The server sorts as many, with their JSON
    std::size_t firstRows = 8'192; ///< of the first block, when nobody knows how large its events are
    std::size_t fewRows = 64; ///< events so large that no more are in a block are read by their keys
    std::size_t shortRange = 1'024; ///< ranges of fewer rows are read by their keys
    qint64 bytes = qint64(64) * 1024 * 1024; ///< that a block should have
    qint64 maxBytes = qint64(256) * 1024 * 1024; ///< that it may have; else a part of it is requested
    ArchiveRetry::Wait wait = {}; ///< between tries; empty: as long as it takes
};

/// Reads the records of many rows, a block with each query: the filter is evaluated once for each row, and none is sorted
/// or counted again for the sake of another.
///
/// A block is passed on when all of it has come, and the next one is requested meanwhile, so that about two of them are
/// in memory. After the first one, a server that is away is waited for, and a block of which rows are missing is requested
/// again. Blocking.
/// \thread that of the caller
/// \error as ArchiveSession::ask() and readRecord(); Malformed where rows are missing; what the taker fails with
class RecordBlocks
{
public:
    /// What is read.
    struct Reading
    {
        const ArchiveResult &result;
        bool withRaw = false;
        CancelToken cancel = {};
    };

    /// \param byKeys  reads few records
    /// All outlive this.
    RecordBlocks(ArchiveSession &session, RecordSource &byKeys, const Reading &reading,
                 const BlockLimits &limits);

    /// Passes on the records of some places of the result.
    Result<void> read(PlaceRange places, const RecordSource::TakePage &take);

    /// The same without blocks, for a part of some rows of the result.
    Result<void> readByKeys(const ResultRows &rows, PlaceRange part, const RecordSource::TakePage &take);

private:
    class Request;

    [[nodiscard]] std::size_t rowsAtOnce() const;
    [[nodiscard]] bool grow(std::size_t rows);
    void shrink(std::size_t rows);
    [[nodiscard]] Result<std::unique_ptr<Request>> requested(PlaceRange places);
    [[nodiscard]] Result<std::unique_ptr<Request>> begun(PlaceRange places);
    [[nodiscard]] Result<QByteArray> received(Request &request);
    [[nodiscard]] ArchiveSql conditionOf(const RowBlock &block) const;
    [[nodiscard]] ArchiveSql queryOf(const RowBlock &block) const;
    Result<void> pass(const RowBlock &block, const QByteArray &rows, PlaceRange places,
                      const RecordSource::TakePage &take);
    Result<void> passOnce(const RowBlock &block, const QByteArray &rows, PlaceRange places,
                          const RecordSource::TakePage &take);
    [[nodiscard]] Result<std::vector<EventRecord>> pageByKeys(const ResultRows &rows, PlaceRange part);

    ArchiveSession &m_session;
    RecordSource &m_byKeys;
    const Reading m_reading;
    const BlockLimits m_limits;
    const ArchiveRetry m_retry;
    std::size_t m_maxRows; ///< of the next block: more after those that came, fewer after too large ones
    int m_steadyBlocks = 0; ///< that have to come before more rows are requested
    qint64 m_bytesPerRow = 0; ///< of the last block; 0: none has come
    bool m_usesPrewhere = true; ///< until the server refuses it
    bool m_hasRead = false;
};

} // namespace Trailglass
