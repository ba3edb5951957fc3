// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/network/scheduler.h"

#include <QObject>

namespace Trailglass {

/// Lets a report through at most every Interval; the last request is never lost.
/// \thread that of the scheduler
class Throttle : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Interval{100};

    /// \param scheduler  outlives the throttle
    explicit Throttle(Scheduler &scheduler);

    /// Requests a report: now, or as soon as the interval is over.
    void request();

Q_SIGNALS:
    void due();

private:
    void fire();

    Scheduler &m_scheduler;
    std::chrono::milliseconds m_last;
    bool m_waiting = false;
};

} // namespace Trailglass
