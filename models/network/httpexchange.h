// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/network/httpjob.h"

#include <QByteArray>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace Trailglass {

/// A response that arrived whole, with its body.
struct HttpReply
{
    HttpResponse response;
    QByteArray body; ///< of a 2xx response
};

/// A request that one thread waits for and another one carries out.
/// \thread any
class HttpExchange
{
public:
    /// The end; the first one counts.
    void finish(Result<HttpReply> reply);

    /// Waits for the end, \a limit at most.
    /// \returns whether it has come
    [[nodiscard]] bool wait(std::chrono::milliseconds limit);

    /// \pre it has come, and was not taken before
    /// \error as HttpSink::responseEnded()
    [[nodiscard]] Result<HttpReply> take();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<Result<HttpReply>> m_reply;
};

} // namespace Trailglass
