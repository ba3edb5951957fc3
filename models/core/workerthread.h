// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QString>
#include <QThread>

#include <functional>

namespace Trailglass {

/// A thread with an event loop, for work that must not keep the GUI thread waiting.
///
/// \thread made, ended and destroyed by one thread with an event loop, its owner; see each function
class WorkerThread
{
public:
    /// \param name  for debuggers
    explicit WorkerThread(const QString &name);
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

    /// Does \a last on the thread, after what was posted before, and ends the thread. Waits for that; nothing
    /// happens when the thread was ended before.
    void end(std::function<void()> last);

    /// Lives on the thread: a context for connections and callbacks there.
    [[nodiscard]] QObject *context() { return &m_worker; }

private:
    QThread m_thread;
    QObject m_worker; ///< lives on m_thread
    QObject m_owner; ///< outlives the thread, so that it may be sent to without asking whether it is there
};

} // namespace Trailglass
