// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "tests/network/manualscheduler.h"

namespace Trailglass::Testing {

/// A clock that goes with the virtual time of a scheduler, and can be set; meanwhile timers stand still, as in a
/// computer that sleeps.
class WallClock final : public Clock
{
public:
    /// \param scheduler  outlives the clock
    WallClock(const ManualScheduler &scheduler, UtcMicros start)
        : m_scheduler(scheduler)
        , m_start(start)
    {
    }

    [[nodiscard]] UtcMicros now() const override { return m_start + m_scheduler.elapsed().count() * 1'000; }
    void jump(std::chrono::milliseconds duration) { m_start = m_start + duration.count() * 1'000; }

private:
    const ManualScheduler &m_scheduler;
    UtcMicros m_start;
};

} // namespace Trailglass::Testing
