// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveledger.h"
#include "models/archive/outgoingbatch.h"
#include "models/archive/signedlines.h"
#include "models/store/records.h"

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

namespace Trailglass {

class EventReader;

/// Quarantined rows: those that are new in the workspace, with their bytes, and with the sign -1 those that it no longer
/// has. A row is known by its source, number, kind, time and length; the other texts of one that is gone are empty.
///
/// The bytes are read when the batch is sent, since those of all batches may be more than the memory.
class QuarantineBatch final : public OutgoingBatch
{
public:
    static constexpr std::size_t MaxRows = 10'000; ///< of one batch
    static constexpr qsizetype MaxBytes = qsizetype(32) * 1024 * 1024; ///< likewise, and one row more

    /// \param reader  outlives the batches
    /// \returns none if the archive has what the workspace has
    /// \error as ArchiveSession::ask(); Storage
    [[nodiscard]] static Result<std::vector<std::unique_ptr<OutgoingBatch>>>
    find(ArchiveSession &session, quint32 origin, const OriginLedger &ledger, const EventReader &reader,
         const CancelToken &cancel);

    /// \error also Storage; NotFound for a row that the workspace no longer has
    [[nodiscard]] Result<void> send(ArchiveSession &session, const BatchNumber &number,
                                    const CancelToken &cancel) override;
    [[nodiscard]] Result<bool> isThere(ArchiveSession &session, const BatchNumber &number,
                                       const CancelToken &cancel) override;

private:
    /// Id, source, kind, received, length; as in table `quarantine`.
    using Key = std::tuple<qint64, std::string, qint8, qint64, qint64>;
    using Lines = SignedLines<Key>;
    static constexpr Lines::Names KeyColumns{"id", "source", "kind", "received", "length"};
    class Collector;

    QuarantineBatch(const EventReader &reader, std::vector<Lines::Line> lines);
    static Result<std::vector<Key>> ofWorkspace(const EventReader &reader);
    static Key keyOf(const QuarantineEntry &entry, const std::map<SourceId, std::string> &sources);

    const EventReader &m_reader;
    const std::vector<Lines::Line> m_lines;
};

} // namespace Trailglass
