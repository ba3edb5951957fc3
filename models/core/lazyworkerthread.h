// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/workerthread.h"

#include <QString>

#include <functional>
#include <optional>

namespace Trailglass {

/// A WorkerThread that is started with its first work: for what most windows never need.
///
/// \thread as WorkerThread; see each function
class LazyWorkerThread
{
public:
    /// \param name  for debuggers
    explicit LazyWorkerThread(QString name);
    /// Waits for what was posted.
    ~LazyWorkerThread();
    LazyWorkerThread(const LazyWorkerThread &) = delete;
    LazyWorkerThread &operator=(const LazyWorkerThread &) = delete;

    /// WorkerThread::post(), on a thread that is started if there is none yet.
    /// \thread the owner's
    void post(std::function<void()> work);

    /// WorkerThread::postToOwner(). Work may call it until its end, also while the destructor waits.
    /// \pre something was posted
    /// \thread the worker's or the owner's
    void postToOwner(std::function<void()> deliver);

    /// The same, but not once \a token is cancelled.
    /// \pre something was posted
    /// \thread the worker's or the owner's
    void postToOwner(const CancelToken &token, std::function<void()> deliver);

private:
    const QString m_name;
    std::optional<WorkerThread> m_thread; ///< is not changed while work is being done
};

} // namespace Trailglass
