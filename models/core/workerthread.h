// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/error.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <functional>

namespace Trailglass {

/// The error of work that cannot be done without a thread of its own.
[[nodiscard]] Error noMoreThreads();

/// A thread with an event loop, for work that must not keep the GUI thread waiting.
///
/// Where the system starts no more threads, the work is done on the owner's thread, from its event loop. Whoever waits for
/// work without returning to that loop would then wait for ever, and asks hasThread() first.
/// \thread made, ended and destroyed by one thread with an event loop, its owner; see each function
class WorkerThread
{
public:
    /// Who goes first where the cores are short.
    enum class Urgency
    {
        Now,
        Later ///< gives way to threads that are urgent, with all threads that it starts
    };

    /// \param name  for debuggers
    explicit WorkerThread(const QString &name, Urgency urgency = Urgency::Now);
    /// Waits for what was posted.
    ~WorkerThread();
    WorkerThread(const WorkerThread &) = delete;
    WorkerThread &operator=(const WorkerThread &) = delete;

    /// Does \a work on the thread, after what was posted before; not at all once the thread has ended.
    /// \thread any
    void post(std::function<void()> work);

    /// Calls \a deliver in the owner's thread and never before this returns; not at all once this object is
    /// gone.
    /// \thread the worker's or the owner's
    void postToOwner(std::function<void()> deliver);

    /// The same, but not once \a token is cancelled: what its work had to say is of no use then.
    /// \thread the worker's or the owner's
    void postToOwner(const CancelToken &token, std::function<void()> deliver);

    /// Does \a last on the thread, after what was posted before, and ends the thread. Waits for that; nothing
    /// happens when the thread was ended before.
    void end(std::function<void()> last);

    /// False where the system has started none: what is posted is done when control returns to the owner's event loop.
    /// \thread any
    [[nodiscard]] bool hasThread() const { return m_hasThread; }

    /// Lives on the thread: a context for connections and callbacks there.
    [[nodiscard]] QObject *context() { return &m_worker; }

private:
    QThread m_thread;
    QObject m_worker; ///< lives on m_thread, if that runs
    QObject m_owner; ///< outlives the thread, so that it may be sent to without asking whether it is there
    const bool m_hasThread;
};

} // namespace Trailglass
