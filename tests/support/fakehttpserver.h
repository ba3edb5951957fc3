// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/httpmessage.h"

#include <QObject>
#include <QSslCertificate>
#include <QSslKey>
#include <QTcpServer>

#include <functional>
#include <memory>

namespace Trailglass::Support {

/// A small real HTTP/1.1 server on a free port of 127.0.0.1, for tests that want the network and no mock of
/// it.
///
/// Keeps connections alive, reads requests with Content-Length or chunked bodies (a GET too may have one),
/// and plays whatever Response the handler returns, misbehaviour included. A request that breaks HTTP, or is
/// larger than RequestParser's limits, is refused and listed nowhere.
///
/// Works through timers and signals of the thread it lives in: that thread needs a running event loop.
/// \thread one
class FakeHttpServer final : public QObject
{
    Q_OBJECT

public:
    /// Called once for each request, in the order of arrival.
    using Handler = std::function<Response(const Request &)>;

    explicit FakeHttpServer(Handler handler = {}, QObject *parent = nullptr);

    /// Answers every request with \a handler from now on. Without a handler everything is 404.
    void setHandler(Handler handler) { m_handler = std::move(handler); }

    /// Starts to listen on a free port.
    /// \returns false when the system refuses
    [[nodiscard]] bool listen();

    /// Likewise, over TLS with this certificate.
    [[nodiscard]] bool listen(const QSslCertificate &certificate, const QSslKey &key);

    /// Stops listening and resets all connections, as a crash would. listen() may follow; the port is then
    /// another.
    void close();

    /// `http://127.0.0.1:PORT` or `https://127.0.0.1:PORT`, followed by \a path.
    [[nodiscard]] QUrl url(const QString &path = {}) const;

    [[nodiscard]] quint16 port() const;

    /// All requests since the start or the last clear, oldest first.
    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }
    void clearRequests() { m_requests.clear(); }

    /// Connections accepted since the start: tells whether a client reuses them.
    [[nodiscard]] int connectionCount() const { return m_connectionCount; }

Q_SIGNALS:
    /// A request came in and is about to be answered.
    void requested(const Trailglass::Support::Request &request);

private:
    [[nodiscard]] bool start(std::unique_ptr<QTcpServer> server, const QString &scheme);
    void accept();
    [[nodiscard]] Response handle(const Request &request);

    Handler m_handler;
    std::unique_ptr<QTcpServer> m_server;
    QString m_scheme;
    QList<Request> m_requests;
    int m_connectionCount = 0;
};

} // namespace Trailglass::Support
