// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/recordsource.h"
#include "models/store/eventreader.h"

namespace Trailglass {

/// Records straight from a workspace's database. Quick for any order of rows that are near each other in
/// time.
///
/// \thread the reader's
class StoreRecordSource final : public RecordSource
{
public:
    /// \param reader  must outlive this object
    explicit StoreRecordSource(const EventReader &reader);

    /// \pre the row numbers of the result are in memory
    Result<void> read(const ResultRows &rows, PlaceRange part, bool withRaw, const Take &take,
                      const CancelToken &cancel) override;
    Result<std::vector<EventRecord>> records(const ResultSnapshot &result, std::span<const RowId> rows,
                                             bool withRaw, const CancelToken &cancel) override;
    Result<std::optional<std::size_t>> placeOf(const ResultSnapshot &result, RowId row,
                                               const CancelToken &cancel) override;
    Result<void> sample(const std::function<void(const EventRecord &record)> &visit,
                        const CancelToken &cancel) override;

private:
    Result<std::vector<EventRecord>> readPage(const ResultRows &rows, PlaceRange part, bool withRaw,
                                              const CancelToken &cancel) override;
    Result<std::vector<EventRecord>> inRowOrder(std::span<const RowId> rows, bool withRaw) const;

    const EventReader &m_reader;
};

} // namespace Trailglass
