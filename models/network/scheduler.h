// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <chrono>
#include <functional>

namespace Trailglass {

/// Time that passes: delays and how long something took. Injected, so that tests run on virtual time.
///
/// \thread the thread it was made on
class Scheduler
{
public:
    virtual ~Scheduler() = default;

    /// Monotonic time since an arbitrary start; for differences only.
    [[nodiscard]] virtual std::chrono::milliseconds elapsed() const = 0;

    /// Calls \a function once, on this thread, after \a delay at the earliest and never before after()
    /// returns. Dropped when \a context is destroyed first.
    virtual void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> function) = 0;
};

} // namespace Trailglass
