// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/fakehttpserver.h"

#include "tests/support/httpconnection.h"

#include <QSslConfiguration>
#include <QSslServer>

namespace Trailglass::Support {

using namespace Qt::StringLiterals;

FakeHttpServer::FakeHttpServer(Handler handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
{
}

bool FakeHttpServer::listen()
{
    return start(std::make_unique<QTcpServer>(), u"http"_s);
}

bool FakeHttpServer::listen(const QSslCertificate &certificate, const QSslKey &key)
{
    auto server = std::make_unique<QSslServer>();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    server->setSslConfiguration(configuration);
    return start(std::move(server), u"https"_s);
}

bool FakeHttpServer::start(std::unique_ptr<QTcpServer> server, const QString &scheme)
{
    close();
    m_server = std::move(server);
    m_scheme = scheme;
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &FakeHttpServer::accept);
    return m_server->listen(QHostAddress::LocalHost);
}

void FakeHttpServer::close()
{
    // First: a client that sends again at once is refused then. A connection that is reset before it was accepted may be one
    // whose end the client's Qt does not see.
    m_server.reset();
    qDeleteAll(findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly));
}

QUrl FakeHttpServer::url(const QString &path) const
{
    QUrl url;
    url.setScheme(m_scheme);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(port());
    url.setPath(path);
    return url;
}

quint16 FakeHttpServer::port() const
{
    return m_server ? m_server->serverPort() : quint16{0};
}

void FakeHttpServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_connectionCount;
        new HttpConnection(
            socket, [this](const Request &request) { return handle(request); }, this);
    }
}

Response FakeHttpServer::handle(const Request &request)
{
    m_requests.append(request);
    Q_EMIT requested(request);
    return m_handler ? m_handler(request) : Response::html(404, "Not Found");
}

} // namespace Trailglass::Support
