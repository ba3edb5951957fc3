// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/throttle.h"

namespace Trailglass {

Throttle::Throttle(Scheduler &scheduler)
    : m_scheduler(scheduler)
    , m_last(scheduler.elapsed() - Interval)
{
}

void Throttle::request()
{
    if (m_waiting) {
        return;
    }
    const auto since = m_scheduler.elapsed() - m_last;
    if (since >= Interval) {
        fire();
        return;
    }
    m_waiting = true;
    m_scheduler.after(Interval - since, this, [this] {
        m_waiting = false;
        fire();
    });
}

void Throttle::fire()
{
    m_last = m_scheduler.elapsed();
    Q_EMIT due();
}

} // namespace Trailglass

#include "moc_throttle.cpp"
