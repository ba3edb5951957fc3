// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/httprequest.h"
#include "models/core/utcmicros.h"

#include <optional>

namespace Trailglass {

/// One page to ask a vendor for.
struct PageRequest
{
    HttpRequest http;

    /// The time window requested, where the API can be asked: rows outside are stored and said.
    std::optional<TimeWindow> window;

    /// When the run started, by the clock of the responses; nothing before the first of them. Later events
    /// do not count for the watermark.
    std::optional<UtcMicros> asOf;

    /// True for a vendor's one full response (Paradime): rows may be committed before the response is
    /// complete, and the larger size cap applies.
    bool streamed = false;
};

} // namespace Trailglass
