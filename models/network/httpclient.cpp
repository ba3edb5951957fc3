// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/httpclient.h"

#include "models/network/origin.h"

#include <QNetworkProxyFactory>

namespace Trailglass {

namespace {

/// Loopback directly, so that what may go there in clear text never reaches a proxy; others as the system
/// says.
class ProxyChoice final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return isLoopback(query.url()) ? QList{QNetworkProxy(QNetworkProxy::NoProxy)}
                                       : systemProxyForQuery(query);
    }
};

} // namespace

HttpClient::HttpClient(Scheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_scheduler(scheduler)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setProxyFactory(new ProxyChoice); // taken over
}

std::unique_ptr<HttpJob> HttpClient::send(const HttpRequest &request, const HttpLimits &limits,
                                          HttpSink &sink)
{
    return std::make_unique<HttpJob>(m_network, m_scheduler, request, limits, sink);
}

} // namespace Trailglass

#include "moc_httpclient.cpp"
