// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/network/scheduler.h"

#include <QObject>

#include <memory>

namespace Trailglass {

/// The wait between a failed request and its repetition, and how long all waits of a run took.
/// \thread that of the scheduler
class RetryWait
{
public:
    /// \param scheduler  outlives the wait
    explicit RetryWait(Scheduler &scheduler);

    /// Calls \a repeat once after \a delay, unless it is stopped before.
    /// \pre no wait is on
    void start(std::chrono::milliseconds delay, std::function<void()> repeat);

    /// Calls the repetition off. Nothing happens when no wait is on.
    void stop();

    [[nodiscard]] bool isOn() const { return m_wait != nullptr; }

    /// All waits that are over; of one that was stopped the time that had passed.
    [[nodiscard]] std::chrono::milliseconds total() const { return m_total; }

private:
    void addPassed();

    Scheduler &m_scheduler;
    std::unique_ptr<QObject> m_wait; ///< while a repetition is due: destroying it calls the repetition off
    std::chrono::milliseconds m_started{0};
    std::chrono::milliseconds m_total{0};
};

} // namespace Trailglass
