// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/network/scheduler.h"

#include <functional>

namespace Trailglass {

class HttpClient;
class StoreThread;

/// A number in [0, 1).
using Random = std::function<double()>;

/// Seeded by the operating system.
/// \thread any
[[nodiscard]] Random systemRandom();

/// The dependencies of a sync. All outlive the receiver.
struct SyncServices
{
    static constexpr qint64 MaxPages = 100'000;

    HttpClient &http;
    StoreThread &store;
    Scheduler &scheduler;
    const Clock &clock;
    Random random; ///< spreads retries
    qint64 maxPages = MaxPages; ///< of the run of one source; the next run continues
};

} // namespace Trailglass
