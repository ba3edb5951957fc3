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

    Result<std::vector<EventRecord>> records(std::span<const RowId> rows, bool withRaw) override;

private:
    const EventReader &m_reader;
};

} // namespace Trailglass
