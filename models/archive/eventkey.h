// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/utcmicros.h"

namespace Trailglass {

/// What a server finds an event by at once: its table is sorted by time, then by row.
struct EventKey
{
    UtcMicros created;
    RowId row; ///< ArchiveRow::id()

    friend auto operator<=>(const EventKey &, const EventKey &) = default;
};

} // namespace Trailglass
