// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/testclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QSignalSpy>

#include <memory>

namespace Trailglass::Support {

using namespace Qt::StringLiterals;

QJsonObject Reply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

Reply TestClient::send(const QByteArray &verb, const QUrl &url, const QList<Header> &headers,
                       const QByteArray &body)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(5000);
    for (const Header &header : headers)
        request.setRawHeader(header.name, header.value);
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, verb, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait(10'000))
        return {};
    return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            .body = reply->readAll(),
            .location = reply->rawHeader("Location")};
}

QUrl urlWith(const QString &base, const QString &path, const QList<Parameter> &parameters)
{
    QByteArray encoded = QString(base + path).toUtf8();
    char separator = '?';
    for (const Parameter &parameter : parameters) {
        encoded += separator + parameter.name + '=' + parameter.value.toPercentEncoding();
        separator = '&';
    }
    return QUrl::fromEncoded(encoded, QUrl::StrictMode);
}

QList<QByteArray> idsOf(const QJsonValue &rows, const QString &key)
{
    QList<QByteArray> ids;
    const QJsonArray array = rows.toArray();
    for (const QJsonValue &row : array) {
        const QJsonValue id = row.toObject().value(key);
        ids.append(id.isString() ? id.toString().toUtf8() : QByteArray::number(id.toInteger()));
    }
    return ids;
}

} // namespace Trailglass::Support
