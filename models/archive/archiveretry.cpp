// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiveretry.h"

#include "models/core/logging.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace Trailglass {

namespace {

constexpr std::chrono::milliseconds CancelInterval{20};

void waitUnlessCancelled(std::chrono::milliseconds time, const CancelToken &cancel)
{
    using Clock = std::chrono::steady_clock;
    std::mutex mutex;
    std::condition_variable never;
    std::unique_lock lock(mutex);
    const auto end = Clock::now() + time;
    while (Clock::now() < end && !cancel.isCancelled())
        never.wait_until(lock, std::min(end, Clock::now() + CancelInterval));
}

} // namespace

ArchiveRetry::ArchiveRetry(Wait wait)
    : m_wait(wait ? std::move(wait) : Wait(waitUnlessCancelled))
{
}

void ArchiveRetry::waitAfter(int failures, const CancelToken &cancel) const
{
    std::chrono::milliseconds time = FirstWait;
    for (int doubled = 1; doubled < failures && time < MaxWait; ++doubled)
        time *= 2;
    time = std::min(time, MaxWait);
    qCInfo(logSync) << "archive: repeats a statement in" << time.count() << "ms, failures" << failures;
    m_wait(time, cancel);
}

} // namespace Trailglass
