// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/network/scheduler.h"

#include <QElapsedTimer>

namespace Trailglass {

/// Real time, by the thread's event loop.
class TimerScheduler final : public Scheduler
{
public:
    TimerScheduler();

    [[nodiscard]] std::chrono::milliseconds elapsed() const override;
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> function) override;

private:
    QElapsedTimer m_timer;
};

} // namespace Trailglass
