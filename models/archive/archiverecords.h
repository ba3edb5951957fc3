// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/recordblocks.h"
#include "models/archive/rowlocator.h"
#include "models/query/recordsource.h"

namespace Trailglass {

/// Records of the results of an ArchiveQueryEngine.
/// \thread any, one at a time
/// \error as ArchiveSession::ask()
class ArchiveRecords final : public RecordSource
{
public:
    /// \param session, times  outlive this
    ArchiveRecords(ArchiveSession &session, RowTimes &times, const BlockLimits &limits = {});

    Result<void> read(const ResultRows &rows, PlaceRange part, bool withRaw, const Take &take,
                      const CancelToken &cancel) override;
    /// In blocks; see RecordBlocks.
    Result<void> readPages(const ResultRows &rows, bool withRaw, const TakePage &take,
                           const CancelToken &cancel) override;
    Result<std::vector<EventRecord>> records(const ResultSnapshot &result, std::span<const RowId> rows,
                                             bool withRaw, const CancelToken &cancel) override;
    Result<std::optional<std::size_t>> placeOf(const ResultSnapshot &result, RowId row,
                                               const CancelToken &cancel) override;
    Result<void> sample(const std::function<void(const EventRecord &record)> &visit,
                        const CancelToken &cancel) override;

    /// An event with its JSON, by its source and the vendor's id, as the archive is now.
    /// \error NotFound
    Result<EventRecord> find(const std::string &source, const std::string &id, const CancelToken &cancel);

private:
    Result<std::vector<EventRecord>> ofKeys(const ArchiveState &state, std::span<const EventKey> keys,
                                            bool withRaw, const CancelToken &cancel);

    ArchiveSession &m_session;
    RowLocator m_locator;
    const BlockLimits m_limits;
};

} // namespace Trailglass
