// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/archive/commitlines.h"
#include "models/archive/watermark.h"
#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <vector>

namespace Trailglass {

class ArchiveSession;

/// What table `commit` says of the batches of one origin.
struct OriginLedger
{
    quint64 lastNumber = 0; ///< the greatest that was ever used; 0: none
    quint64 lastBatch = 0; ///< the greatest that counts; 0: none
    std::vector<quint64> without; ///< numbers below lastBatch that do not count
    std::vector<quint64> begun; ///< of a push that did not end: what became of them is not known
    PushedUpTo upTo;
    qint64 events = 0; ///< of all batches that count

    /// Those of the origin's rows that count, in any of the tables that have columns `origin` and `batch`.
    /// \param origin  whose ledger it is
    [[nodiscard]] ArchiveSql counting(quint32 origin) const;
};

/// What an archive has at one moment.
struct ArchiveState
{
    Watermark watermark;
    qint64 events = 0; ///< listed ones
    TimeWindow created; ///< of all events that were ever pushed; both ends set if there is any
};

/// Reads the ledger of pushes.
/// \thread any
/// \error as ArchiveSession::ask()
namespace ArchiveLedger {

/// Of all origins.
[[nodiscard]] Result<ArchiveState> state(ArchiveSession &session, const CancelToken &cancel);

[[nodiscard]] Result<OriginLedger> ofOrigin(ArchiveSession &session, quint32 origin,
                                            const CancelToken &cancel);

/// The batches of an origin that count, by number.
[[nodiscard]] Result<std::vector<CommitLine>> batchesOf(ArchiveSession &session, quint32 origin,
                                                        const CancelToken &cancel);

/// Whether anybody else wrote a line with one of the numbers from \a first on.
[[nodiscard]] Result<bool> hasOtherWriter(ArchiveSession &session, const PushIdentity &writer, quint64 first,
                                          const CancelToken &cancel);

} // namespace ArchiveLedger

} // namespace Trailglass
