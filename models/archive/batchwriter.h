// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveretry.h"
#include "models/archive/outgoingbatch.h"
#include "models/core/clock.h"

#include <memory>
#include <span>
#include <vector>

namespace Trailglass {

/// Writes batches under numbers, so that each counts exactly once or never, whatever breaks in between.
///
/// A number is entered as begun before anything is sent under it. Of what was sent, the archive says whether it is there as
/// a whole; if not, the number is void for good before the next one is used, so what arrives later does not count. Batches
/// count from commit() on, all at once. A push that dies leaves begun numbers, which the next one makes void.
/// \thread the push's
class BatchWriter
{
public:
    /// \param lastNumber  that anybody used for this origin
    /// \param session  outlives this, as \a retry and \a clock do
    BatchWriter(ArchiveSession &session, const PushIdentity &identity, quint64 lastNumber,
                const ArchiveRetry &retry, const Clock &clock);

    /// Makes numbers of an earlier push void.
    /// \error as ArchiveSession::insert()
    [[nodiscard]] Result<void> giveUp(std::span<const quint64> numbers, const CancelToken &cancel);

    /// Brings batches into the archive. They do not count yet.
    ///
    /// \param batches  each is destroyed as soon as it is there
    /// \error Locked when somebody else pushes as the same origin; else as ArchiveSession::insert()
    [[nodiscard]] Result<void> write(std::vector<std::unique_ptr<OutgoingBatch>> batches,
                                     const CancelToken &cancel);

    /// Makes all batches count that were written since the last commit().
    /// \pre there is one
    /// \param upTo  what the archive has of the workspace with them
    /// \error as write()
    [[nodiscard]] Result<void> commit(const PushedUpTo &upTo, const CancelToken &cancel);

    [[nodiscard]] int committed() const { return m_committed; } ///< batches
    [[nodiscard]] int voided() const { return m_voided; } ///< numbers

private:
    [[nodiscard]] Result<void> begin(std::span<const quint64> numbers, const CancelToken &cancel);
    [[nodiscard]] Result<void> bring(OutgoingBatch &batch, quint64 number, const CancelToken &cancel);
    [[nodiscard]] Result<void> enter(std::span<const CommitLine> lines, const PushedUpTo &upTo,
                                     const CancelToken &cancel);
    [[nodiscard]] Result<void> requireAlone(const CancelToken &cancel) const;

    ArchiveSession &m_session;
    const PushIdentity m_identity;
    const ArchiveRetry &m_retry;
    const Clock &m_clock;
    const quint64 m_firstNumber;
    quint64 m_lastNumber;
    quint64 m_statements = 0; ///< that entered lines; for their ids
    std::vector<CommitLine> m_written; ///< and not committed
    int m_committed = 0;
    int m_voided = 0;
};

} // namespace Trailglass
