// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/retrywait.h"

#include <utility>

namespace Trailglass {

RetryWait::RetryWait(Scheduler &scheduler)
    : m_scheduler(scheduler)
{
}

void RetryWait::start(std::chrono::milliseconds delay, std::function<void()> repeat)
{
    Q_ASSERT(!m_wait);
    m_started = m_scheduler.elapsed();
    m_wait = std::make_unique<QObject>();
    m_scheduler.after(delay, m_wait.get(), [this, repeat = std::move(repeat)] {
        m_wait.release()->deleteLater(); // the call comes through it
        addPassed();
        repeat();
    });
}

void RetryWait::stop()
{
    if (!m_wait)
        return;
    m_wait.reset();
    addPassed();
}

void RetryWait::addPassed()
{
    m_total += m_scheduler.elapsed() - m_started;
}

} // namespace Trailglass
