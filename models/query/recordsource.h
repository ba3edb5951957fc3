// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"

#include <span>
#include <vector>

namespace Trailglass {

/// Reads the records of rows.
///
/// \thread the one that made it
class RecordSource
{
public:
    virtual ~RecordSource() = default;

    /// Records in the order of \a rows; rows that are gone (purged since the result) are left out.
    ///
    /// \param withRaw  whether Event::raw is filled
    /// \error Storage, Cancelled
    virtual Result<std::vector<EventRecord>> records(std::span<const RowId> rows, bool withRaw) = 0;
};

} // namespace Trailglass
