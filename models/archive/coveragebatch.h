// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveledger.h"
#include "models/archive/outgoingbatch.h"
#include "models/archive/signedlines.h"

#include <memory>
#include <string>
#include <tuple>
#include <vector>

namespace Trailglass {

class EventReader;

/// Intervals that sources fetched completely: those that are new in the workspace, and with the sign -1 those that it no
/// longer lists, since they were fetched with other settings.
class CoverageBatch final : public OutgoingBatch
{
public:
    /// \returns null if the archive has what the workspace has
    /// \error as ArchiveSession::ask(); Storage
    [[nodiscard]] static Result<std::unique_ptr<OutgoingBatch>> find(ArchiveSession &session, quint32 origin,
                                                                     const OriginLedger &ledger,
                                                                     const EventReader &reader,
                                                                     const CancelToken &cancel);

    [[nodiscard]] Result<void> send(ArchiveSession &session, const BatchNumber &number,
                                    const CancelToken &cancel) override;
    [[nodiscard]] Result<bool> isThere(ArchiveSession &session, const BatchNumber &number,
                                       const CancelToken &cancel) override;

private:
    /// Source, from, to, answered, pages; as in table `coverage`.
    using Interval = std::tuple<std::string, qint64, qint64, qint64, qint64>;
    using Lines = SignedLines<Interval>;
    static constexpr Lines::Names Columns{"source", "since", "until", "answered", "pages"};

    explicit CoverageBatch(std::vector<Lines::Line> lines);
    static Result<std::vector<Interval>> ofWorkspace(const EventReader &reader);

    const std::vector<Lines::Line> m_lines;
};

} // namespace Trailglass
