// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/workerthread.h"

#include <functional>
#include <memory>

namespace Trailglass {

/// A thread with something open on it for reading, for work that a newer request may end.
///
/// \tparam Open  opens on first use; has endWith() and interrupt() as OpenPlace
/// \thread as WorkerThread
template <class Open>
class OpenThread
{
public:
    /// \param token  ends with cancel(): to be checked between steps, and before the result is delivered
    using Work = std::function<void(Open &open, const CancelToken &token)>;

    /// \param open  not null, not open yet
    OpenThread(std::unique_ptr<Open> open, const QString &name,
               WorkerThread::Urgency urgency = WorkerThread::Urgency::Now)
        : m_open(std::move(open))
        , m_thread(name, urgency)
    {
    }
    /// Cancels and waits for the thread: within 100 ms.
    ~OpenThread()
    {
        cancel();
        // A connection closes on the thread that opened it.
        m_thread.end([this] { m_open.reset(); });
    }
    OpenThread(const OpenThread &) = delete;
    OpenThread &operator=(const OpenThread &) = delete;

    /// Does \a work after what was posted before, unless it is cancelled by then.
    void post(Work work)
    {
        m_thread.post([this, work = std::move(work), token = m_cancel.token()] {
            if (token.isCancelled())
                return;
            m_open->endWith(token);
            work(*m_open, token);
        });
    }

    /// Ends the running work and drops what waits.
    void cancel()
    {
        m_cancel.cancel();
        m_open->interrupt();
    }

    /// WorkerThread::postToOwner()
    void postToOwner(std::function<void()> deliver) { m_thread.postToOwner(std::move(deliver)); }

private:
    CancelSource m_cancel;
    std::unique_ptr<Open> m_open; ///< only touched on m_thread, but for interrupt()
    WorkerThread m_thread;
};

} // namespace Trailglass
