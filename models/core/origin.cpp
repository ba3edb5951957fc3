// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/origin.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int HttpPort = 80;
constexpr int HttpsPort = 443;

/// 0 for a scheme that no request is sent by.
int defaultPort(const QString &scheme)
{
    if (scheme == "https"_L1)
        return HttpsPort;
    return scheme == "http"_L1 ? HttpPort : 0;
}

bool hasUserInfo(const QUrl &url)
{
    // An empty user name leaves its sign only.
    return url.authority(QUrl::FullyEncoded).contains(u'@');
}

} // namespace

Origin Origin::of(const QUrl &url)
{
    const QString scheme = url.scheme(); // in lower case, as the host is
    const int port = url.port(defaultPort(scheme));
    QString host = url.host(QUrl::FullyEncoded);
    if (host.endsWith(u'.'))
        host.chop(1);
    if (!url.isValid() || host.isEmpty() || port <= 0 || defaultPort(scheme) == 0 || hasUserInfo(url))
        return {};
    Origin origin;
    origin.m_scheme = scheme;
    origin.m_host = host;
    origin.m_port = port;
    return origin;
}

Origin Origin::fromText(const QString &text)
{
    const Origin origin = of(QUrl(text, QUrl::StrictMode));
    return origin.text() == text ? origin : Origin();
}

QString Origin::text() const
{
    if (isNowhere())
        return {};
    const QString host = m_host.contains(u':') ? u'[' + m_host + u']' : m_host;
    QString text = m_scheme + "://"_L1 + host;
    if (m_port != defaultPort(m_scheme))
        text += u':' + QString::number(m_port);
    return text;
}

} // namespace Trailglass
