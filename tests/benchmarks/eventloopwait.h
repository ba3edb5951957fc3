// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/benchmarks/measurement.h"

#include <QEventLoop>
#include <QTimer>

namespace Trailglass::Benchmarks {

// Waits that leave the event loop running and look each 2 ms. Those of QTest sleep between looks, which would count as
// stalls.

inline constexpr int LongestWait = 600'000; // ms; a guard against hanging, not a measure

/// \returns whether \a condition came true
template <class Condition>
bool comesTrue(const Condition &condition, int milliseconds)
{
    QEventLoop loop;
    QTimer looks;
    QObject::connect(&looks, &QTimer::timeout, &loop, [&] {
        if (condition())
            loop.exit(1);
    });
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    looks.start(2);
    return condition() || loop.exec() == 1;
}

/// Ends the program where \a condition does not come true.
/// \param what  the subject of the sentence that says so
template <class Condition>
void waitUntil(const Condition &condition, const char *what)
{
    if (!comesTrue(condition, LongestWait))
        leave(QString::fromUtf8(what) + QStringLiteral(" does not come."));
}

/// Lets everything go on for a while.
inline void passTime(int milliseconds)
{
    static_cast<void>(comesTrue([] { return false; }, milliseconds));
}

} // namespace Trailglass::Benchmarks
