// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QElapsedTimer>

#include <functional>

namespace Trailglass {

/// Passes calls on, but at most about ten a second: for progress that a person reads. The first ones, within 100 ms,
/// are dropped.
/// \thread that of the calls
template <class Value>
[[nodiscard]] std::function<void(Value)> throttledCalls(std::function<void(Value)> call)
{
    constexpr qint64 MillisecondsBetweenCalls = 100;
    QElapsedTimer sinceLast;
    sinceLast.start();
    return [call = std::move(call), sinceLast](Value value) mutable {
        if (sinceLast.elapsed() < MillisecondsBetweenCalls)
            return;
        sinceLast.restart();
        call(value);
    };
}

} // namespace Trailglass
