// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/flakyproxy.h"

#include <QRegularExpression>
#include <QTimer>

#include <array>
#include <chrono>
#include <memory>
#include <optional>

namespace Trailglass::Testing {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds Lateness = 30ms;

/// Bytes of the first request in \a bytes; nothing while it is not whole.
std::optional<qsizetype> requestSize(const QByteArray &bytes)
{
    static const QRegularExpression length(u"\\r\\nContent-Length: *(\\d+)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const qsizetype head = bytes.indexOf("\r\n\r\n");
    if (head < 0)
        return {};
    const QString headText = QString::fromLatin1(bytes.first(head));
    const qsizetype size = head + 4 + length.match(headText).captured(1).toLongLong();
    return size <= bytes.size() ? std::optional(size) : std::nullopt;
}

/// What a server responds that has no space left.
QByteArray diskFullResponse()
{
    const QByteArray words =
        "Code: 243, e.displayText() = DB::Exception: Cannot reserve 1.00 MiB, not enough "
        "space., e.what() = DB::Exception";
    return "HTTP/1.1 500 Internal Server Error\r\nX-ClickHouse-Exception-Code: 243\r\n"
           "Content-Type: text/plain\r\nContent-Length: "
        + QByteArray::number(words.size()) + "\r\n\r\n" + words;
}

/// What a gateway responds that has waited for a server as long as it may.
QByteArray gatewayTimeout()
{
    const QByteArray page = "<html><head><title>504 Gateway Time-out</title></head></html>";
    return "HTTP/1.1 504 Gateway Time-out\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(page.size()) + "\r\n\r\n" + page;
}

} // namespace

/// A client's connection, and the one to the server that belongs to it. Deletes itself when the client leaves.
class FlakyProxy::Line final : public QObject
{
public:
    Line(QTcpSocket *client, FlakyProxy &proxy)
        : QObject(&proxy)
        , m_proxy(proxy)
        , m_client(client)
        , m_server(connectedServer())
    {
        m_client->setParent(this);
        // A response in two pieces would wait for the acknowledgement of the first, 40 ms.
        m_client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(m_client, &QTcpSocket::readyRead, this, &Line::takeRequest);
        connect(m_client, &QTcpSocket::disconnected, this, &Line::end);
        connect(m_server, &QTcpSocket::readyRead, this, &Line::takeResponse);
        // Also when nobody listens there.
        connect(m_server, &QTcpSocket::stateChanged, this, [this](QAbstractSocket::SocketState state) {
            if (state == QAbstractSocket::UnconnectedState)
                serverLeft();
        });
    }

private:
    QTcpSocket *connectedServer()
    {
        auto *server = new QTcpSocket(this);
        // What a killed server has not taken cannot be written any more; Qt would go on trying.
        connect(server, &QTcpSocket::errorOccurred, server, [server] {
            if (server->bytesToWrite() > 0)
                server->abort();
        });
        server->connectToHost(QHostAddress::LocalHost, m_proxy.m_serverPort);
        return server;
    }

    void takeRequest()
    {
        m_request += m_client->readAll();
        const auto size = requestSize(m_request);
        if (!size)
            return;
        const QByteArray request = m_request.first(*size);
        m_request.remove(0, *size);
        m_fate = m_proxy.m_fates(m_proxy.m_requests++);
        m_proxy.m_broken += m_fate == Fate::Whole ? 0 : 1;
        switch (m_fate) {
        case Fate::Refused:
            end();
            break;
        case Fate::CutRequest:
            m_server->write(request.first(m_proxy.m_random.below(request.size())));
            m_server->disconnectFromHost(); // after what was written
            end();
            break;
        case Fate::Late:
            sendLate(request);
            end();
            break;
        case Fate::DiskFull:
            m_client->write(diskFullResponse());
            break;
        case Fate::GaveUp:
            m_client->write(gatewayTimeout());
            m_client->flush();
            sendLate(request);
            end();
            break;
        default:
            m_server->write(request);
        }
    }

    void takeResponse()
    {
        if (!m_server->isReadable())
            return; // killed before it took the request
        const QByteArray response = m_server->readAll();
        if (m_fate == Fate::Whole) {
            m_client->write(response);
        } else {
            if (m_fate == Fate::HalfResponse && response.size() > 1) {
                m_client->write(response.first(m_proxy.m_random.between(1, response.size() - 1)));
                m_client->flush();
            }
            end();
        }
    }

    /// On a connection of its own, which reads the response and forgets it.
    void sendLate(const QByteArray &request)
    {
        FlakyProxy &proxy = m_proxy;
        auto *late = new QTcpSocket(&proxy);
        ++proxy.m_late;
        connect(late, &QTcpSocket::connected, late, [late, request] { late->write(request); });
        connect(late, &QTcpSocket::readyRead, late, [late] { late->disconnectFromHost(); });
        connect(late, &QTcpSocket::stateChanged, late, [late, &proxy](QAbstractSocket::SocketState state) {
            if (state == QAbstractSocket::UnconnectedState) {
                --proxy.m_late;
                late->deleteLater();
            }
        });
        QTimer::singleShot(Lateness, late, [late, port = proxy.m_serverPort] {
            late->connectToHost(QHostAddress::LocalHost, port);
        });
    }

    void serverLeft()
    {
        takeResponse(); // what is left of it
        m_client->disconnectFromHost();
    }

    void end()
    {
        m_client->disconnect(this);
        m_server->disconnect(this);
        m_client->disconnectFromHost();
        // The server's part may have to be written still.
        m_server->setParent(&m_proxy);
        connect(m_server, &QTcpSocket::disconnected, m_server, &QObject::deleteLater);
        m_server->disconnectFromHost();
        deleteLater();
    }

    FlakyProxy &m_proxy;
    QTcpSocket *m_client;
    QTcpSocket *m_server;
    QByteArray m_request;
    Fate m_fate = Fate::Whole;
};

FlakyProxy::FlakyProxy(quint16 port, quint64 seed, Fates fates)
    : m_serverPort(port)
    , m_fates(std::move(fates))
    , m_random(seed, "cuts")
{
    connect(&m_server, &QTcpServer::newConnection, this, &FlakyProxy::accept);
}

FlakyProxy::Fates FlakyProxy::breaking(quint64 seed, int perThousand)
{
    auto random = std::make_shared<Support::Random>(seed, "fates");
    return [random, perThousand](int) {
        static constexpr std::array Ways{Fate::CutRequest, Fate::CutResponse, Fate::HalfResponse, Fate::Late,
                                         Fate::Refused};
        const bool breaks = random->chance(perThousand);
        return breaks ? random->pick(Ways) : Fate::Whole;
    };
}

bool FlakyProxy::listen()
{
    return m_server.listen(QHostAddress::LocalHost);
}

void FlakyProxy::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection())
        new Line(client, *this);
}

} // namespace Trailglass::Testing
