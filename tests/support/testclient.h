// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/httpmessage.h"

#include <QJsonObject>
#include <QNetworkAccessManager>

namespace Trailglass::Support {

/// What came back: `status` is 0 when nothing that is HTTP did.
struct Reply
{
    int status = 0;
    QByteArray body;
    QByteArray location;

    [[nodiscard]] QJsonObject json() const;
};

/// Asks and waits, for tests of the stand-in servers. Follows no redirect.
class TestClient
{
public:
    [[nodiscard]] Reply send(const QByteArray &verb, const QUrl &url, const QList<Header> &headers,
                             const QByteArray &body = {});
    [[nodiscard]] Reply get(const QUrl &url, const QList<Header> &headers = {})
    {
        return send("GET", url, headers);
    }

private:
    QNetworkAccessManager m_network;
};

/// \a base followed by \a path and a query of percent-encoded values.
[[nodiscard]] QUrl urlWith(const QString &base, const QString &path, const QList<Parameter> &parameters = {});

/// The vendor's id of each row of a response, in order: \a rows is an array of objects, \a key their member.
[[nodiscard]] QList<QByteArray> idsOf(const QJsonValue &rows, const QString &key);

} // namespace Trailglass::Support
