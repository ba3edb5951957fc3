// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/httpexchange.h"

namespace Trailglass {

void HttpExchange::finish(Result<HttpReply> reply)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_reply)
            m_reply = std::move(reply);
    }
    m_changed.notify_all();
}

bool HttpExchange::wait(std::chrono::milliseconds limit)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, limit, [this] { return m_reply.has_value(); });
}

Result<HttpReply> HttpExchange::take()
{
    const std::lock_guard lock(m_mutex);
    return *std::move(m_reply);
}

} // namespace Trailglass
