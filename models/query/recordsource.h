// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"

#include <span>
#include <vector>

namespace Trailglass {

/// Gives the records behind the row numbers of a ResultSnapshot.
///
/// \thread the one that made it
class RecordSource
{
public:
    virtual ~RecordSource() = default;

    /// Records in the order asked. Rows that are gone (purged since the snapshot) are left out.
    ///
    /// \param withRaw  whether Event::raw is filled
    /// \error Storage, Cancelled
    virtual Result<std::vector<EventRecord>> records(std::span<const RowId> rows, bool withRaw) = 0;
};

} // namespace Trailglass
