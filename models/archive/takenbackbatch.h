// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveledger.h"
#include "models/archive/outgoingbatch.h"
#include "models/store/records.h"

#include <memory>
#include <span>
#include <vector>

namespace Trailglass {

/// Events of one month that are replaced or removed in the workspace: for each its row again, with the sign -1. The server
/// makes them of its own rows, since the workspace no longer has the events.
class TakenBackBatch final : public OutgoingBatch
{
public:
    /// Batches for all rows of \a ranges that the archive has and that were not taken back before.
    ///
    /// \param ranges  in any order; may overlap
    /// \param ledger  of the origin; nothing of it was pushed since
    /// \error as ArchiveSession::ask()
    [[nodiscard]] static Result<std::vector<std::unique_ptr<OutgoingBatch>>>
    find(ArchiveSession &session, quint32 origin, const OriginLedger &ledger,
         std::span<const RemovedRange> ranges, const CancelToken &cancel);

    /// \param condition  that the rows fulfil
    TakenBackBatch(ArchiveSql condition, const BatchContent &content);

    [[nodiscard]] BatchContent content() const override { return m_content; }
    [[nodiscard]] Result<void> send(ArchiveSession &session, const BatchNumber &number,
                                    const CancelToken &cancel) override;
    [[nodiscard]] Result<bool> isThere(ArchiveSession &session, const BatchNumber &number,
                                       const CancelToken &cancel) override;

private:
    const ArchiveSql m_condition;
    const BatchContent m_content;
};

} // namespace Trailglass
