// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"

#include <chrono>
#include <mutex>

namespace Trailglass {

/// Waits for a mutex that another thread may hold for seconds, but not much longer than the token lasts.
/// \returns a lock that owns the mutex, except after a cancel
[[nodiscard]] inline std::unique_lock<std::timed_mutex> lockUnlessCancelled(std::timed_mutex &mutex,
                                                                            const CancelToken &cancel)
{
    constexpr auto PollInterval = std::chrono::milliseconds(20);
    std::unique_lock lock(mutex, std::defer_lock);
    while (!lock.try_lock_for(PollInterval) && !cancel.isCancelled())
        ;
    return lock;
}

} // namespace Trailglass
