// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/network/scheduler.h"

#include <QPointer>

#include <vector>

namespace Trailglass {

/// Virtual time: passes only when a test says so.
class ManualScheduler final : public Scheduler
{
public:
    [[nodiscard]] std::chrono::milliseconds elapsed() const override { return m_now; }
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> function) override;

    /// Lets time pass, calling what becomes due, in order.
    void advance(std::chrono::milliseconds duration);

    /// Jumps to the next thing due.
    /// \returns false when there is none
    bool advanceToNext();

    /// Something is due for an object of this class, e.g. an HttpJob's time-out: a request is on its way.
    template <class T>
    [[nodiscard]] bool isWaiting() const
    {
        for (const Entry &entry : m_entries) {
            if (qobject_cast<T *>(entry.context.data())) {
                return true;
            }
        }
        return false;
    }

private:
    struct Entry
    {
        std::chrono::milliseconds due;
        QPointer<QObject> context;
        std::function<void()> function;
    };

    /// The entry due first, the oldest of several; end() when none is left.
    [[nodiscard]] std::vector<Entry>::iterator next();

    std::chrono::milliseconds m_now{0};
    std::vector<Entry> m_entries;
};

} // namespace Trailglass
