// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/httpsending.h"

#include "models/network/oncebody.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <memory>

namespace Trailglass {

namespace {

QNetworkRequest prepared(const QUrl &url, const HttpRequest &request)
{
    QNetworkRequest prepared(url);
    prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    prepared.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    prepared.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    prepared.setHeader(QNetworkRequest::UserAgentHeader, QByteArrayLiteral("trailglass/" TRAILGLASS_VERSION));
    prepared.setRawHeader("Accept", request.response == ResponseForm::Json ? "application/json" : "*/*");
    // Being set here, it also keeps Qt from unpacking: the bytes arrive as they were sent.
    prepared.setRawHeader("Accept-Encoding", "gzip");
    if (!request.body.isEmpty()) {
        prepared.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    }
    for (const RequestHeader &header : request.headers) {
        prepared.setRawHeader(header.name, header.value.reveal());
    }
    return prepared;
}

} // namespace

QNetworkReply *sendRequest(QNetworkAccessManager &network, const QUrl &url, const HttpRequest &request)
{
    const QNetworkRequest headed = prepared(url, request);
    if (request.verb == "GET" && request.body.isEmpty())
        return network.get(headed);
    if (!request.isSentOnce)
        return network.sendCustomRequest(headed, request.verb, request.body);
    auto body = std::make_unique<OnceBody>(request.body);
    QNetworkReply *const reply = network.sendCustomRequest(headed, request.verb, body.get());
    body.release()->setParent(reply);
    return reply;
}

std::optional<qint64> bodyLength(const QNetworkReply &reply)
{
    constexpr int NoContent = 204; // has no body, whatever length it states
    const bool hasBody = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != NoContent;
    bool isNumber = false;
    const qint64 length = reply.header(QNetworkRequest::ContentLengthHeader).toLongLong(&isNumber);
    const bool counts = hasBody && isNumber && length >= 0 && !reply.hasRawHeader("Transfer-Encoding");
    return counts ? std::optional(length) : std::nullopt;
}

bool leaveInNetwork(QNetworkReply &reply)
{
    constexpr qint64 ReadBufferBytes = qint64(256) * 1024;
    const bool hasLength = bodyLength(reply).value_or(0) > 0;
    if (hasLength)
        reply.setReadBufferSize(ReadBufferBytes);
    return hasLength;
}

} // namespace Trailglass
