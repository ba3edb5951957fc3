// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTest>
#include <QTimer>

namespace Trailglass::Testing {

/// Lets the event loop turn: what was put off until it does is done by then.
/// \param times  at least so often; with the second time also what the first one put off
inline void turnEventLoop(int times = 1)
{
    constexpr int Patience = 60'000; // ms; a test machine may be slow
    int turns = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&turns] { ++turns; });
    timer.start(0);
    QTRY_VERIFY_WITH_TIMEOUT(turns >= times, Patience);
}

} // namespace Trailglass::Testing
