// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/network/httpjob.h"
#include "models/network/scheduler.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <memory>

namespace Trailglass {

/// Sends requests. The only place that touches the network.
///
/// Every request: https, or http to a loopback address; TLS errors end it; no redirect to another origin; no
/// cookies, no cached credentials, HTTP/1.1; decoded bytes counted while they stream in. Loopback is reached
/// directly, other hosts through the system's proxy where one is set.
/// \thread lives on the thread that makes it (needs an event loop)
class HttpClient : public QObject
{
    Q_OBJECT

public:
    /// \param scheduler  for time-outs; outlives the client
    explicit HttpClient(Scheduler &scheduler, QObject *parent = nullptr);

    /// Starts a request. \a sink hears from it never before send() returns.
    ///
    /// \param sink  outlives the job
    /// \returns the job; destroying it cancels silently. It must not outlive the client
    [[nodiscard]] std::unique_ptr<HttpJob> send(const HttpRequest &request, const HttpLimits &limits,
                                                HttpSink &sink);

    /// What responses of sources may cost: HttpPageRequest goes by it.
    [[nodiscard]] const ResponseLimits &responseLimits() const { return m_responseLimits; }
    void setResponseLimits(const ResponseLimits &limits) { m_responseLimits = limits; }

private:
    Scheduler &m_scheduler;
    ResponseLimits m_responseLimits;
    QNetworkAccessManager m_network;
};

} // namespace Trailglass
