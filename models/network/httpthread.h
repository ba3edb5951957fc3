// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/workerthread.h"
#include "models/network/httpexchange.h"

#include <functional>
#include <memory>

namespace Trailglass {

/// HTTP for threads that wait for the response: a thread of its own that has the HttpClient.
///
/// \thread any; several may wait at the same time. Destroyed while none does
class HttpThread
{
public:
    /// Requests of each lane have connections of their own, so that a short one never waits for long ones to end.
    enum class Lane
    {
        Work,
        Control,
    };

    /// How long a thread waits before it looks at its token again.
    static constexpr std::chrono::milliseconds Patience{20};

    /// \param name  for debuggers
    explicit HttpThread(const QString &name);
    /// Ends what is still on its way, without a report.
    ~HttpThread();
    HttpThread(const HttpThread &) = delete;
    HttpThread &operator=(const HttpThread &) = delete;

    /// Sends a request and waits for its end.
    ///
    /// \param waiting  called on the caller's thread, each time the wait goes on; may be empty
    /// \error as HttpSink::responseEnded(); Cancelled within Patience; Internal where the system starts no more threads
    Result<HttpReply> send(const HttpRequest &request, const HttpLimits &limits, const CancelToken &cancel,
                           const std::function<void()> &waiting = {});

    /// Sends a request and does not wait.
    [[nodiscard]] std::shared_ptr<HttpExchange> start(const HttpRequest &request, const HttpLimits &limits,
                                                      Lane lane);

    /// Ends a request with Cancelled.
    void cancel(const std::shared_ptr<HttpExchange> &exchange);

private:
    class Jobs;

    std::unique_ptr<Jobs> m_jobs; ///< lives on the thread
    WorkerThread m_thread; // last: its work uses m_jobs
};

} // namespace Trailglass
