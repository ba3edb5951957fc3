// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/workerthread.h"
#include "models/workspace/openworkspace.h"

#include <functional>
#include <optional>

namespace Trailglass {

/// A thread with a workspace open on it for reading, for work that a newer request may end.
///
/// \thread as WorkerThread
class ReaderThread
{
public:
    /// \param token  ends with cancel(): to be checked between steps, and before the result is delivered
    using Work = std::function<void(OpenWorkspace &workspace, const CancelToken &token)>;

    /// Opens nothing yet.
    ReaderThread(QString workspace, const QString &name);
    /// Cancels and waits for the thread: within 100 ms.
    ~ReaderThread();
    ReaderThread(const ReaderThread &) = delete;
    ReaderThread &operator=(const ReaderThread &) = delete;

    /// Does \a work after what was posted before, unless it is cancelled by then.
    void post(Work work);

    /// Ends the running work and drops what waits.
    void cancel();

    /// WorkerThread::postToOwner()
    void postToOwner(std::function<void()> deliver) { m_thread.postToOwner(std::move(deliver)); }

private:
    CancelSource m_cancel;
    std::optional<OpenWorkspace> m_workspace; ///< only touched on m_thread, but for interrupt()
    WorkerThread m_thread;
};

} // namespace Trailglass
