// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/timerscheduler.h"

#include <QTimer>

namespace Trailglass {

TimerScheduler::TimerScheduler()
{
    m_timer.start();
}

std::chrono::milliseconds TimerScheduler::elapsed() const
{
    return std::chrono::milliseconds(m_timer.elapsed());
}

void TimerScheduler::after(std::chrono::milliseconds delay, QObject *context, std::function<void()> function)
{
    QTimer::singleShot(delay, context, std::move(function));
}

} // namespace Trailglass
