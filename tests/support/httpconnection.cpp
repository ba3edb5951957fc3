// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/httpconnection.h"

#include "tests/support/gzip.h"

#include <sys/socket.h>

#include <algorithm>
#include <limits>

namespace Trailglass::Support {

namespace {

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 301:
        return "Moved Permanently";
    case 302:
        return "Found";
    case 307:
        return "Temporary Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 422:
        return "Unprocessable Entity";
    case 429:
        return "Too Many Requests";
    case 503:
        return "Service Unavailable";
    default:
        return "Status " + QByteArray::number(status);
    }
}

/// Makes close() send RST instead of FIN.
void lingerZero(const QTcpSocket &socket)
{
    const linger option{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &option, sizeof option);
}

} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, Handler handler, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_handler(std::move(handler))
{
    m_socket->setParent(this);
    // Head and body are written apart: without this the kernel holds the second until the first is
    // acknowledged.
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &HttpConnection::sendPiece);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readRequests);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    readRequests();
}

void HttpConnection::readRequests()
{
    m_parser.feed(m_socket->readAll());
    if (m_busy)
        return;
    auto next = m_parser.next();
    if (std::holds_alternative<Incomplete>(next))
        return;
    m_busy = true;
    if (const Refused *refused = std::get_if<Refused>(&next)) {
        m_response = {
            .status = refused->status, .headers = {{"Content-Type", "text/plain"}}, .body = refused->reason};
        m_closeAfter = true;
    } else {
        const Request &request = *std::get_if<Request>(&next);
        m_response = m_handler(request);
        m_closeAfter = request.header("Connection").compare("close", Qt::CaseInsensitive) == 0;
    }
    startResponse();
}

void HttpConnection::startResponse()
{
    m_sent = -1;
    if (m_response.gzip) {
        m_response.body = gzip(m_response.body);
        m_response.headers.append(Header{"Content-Encoding", "gzip"});
    }
    m_closeAfter =
        m_closeAfter || m_response.framing == Framing::UntilClose || m_response.claimedLength.has_value();
    m_timer.start(m_response.delay);
}

QByteArray HttpConnection::head(bool close) const
{
    QByteArray head =
        "HTTP/1.1 " + QByteArray::number(m_response.status) + ' ' + reasonPhrase(m_response.status) + "\r\n";
    for (const Header &header : std::as_const(m_response.headers))
        head += header.name + ": " + header.value + "\r\n";
    if (m_response.framing == Framing::Chunked)
        head += "Transfer-Encoding: chunked\r\n";
    else if (m_response.framing == Framing::ContentLength)
        head += "Content-Length: "
            + QByteArray::number(m_response.claimedLength.value_or(m_response.body.size())) + "\r\n";
    head += close ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n";
    return head;
}

void HttpConnection::sendPiece()
{
    const bool early = m_response.ending != Ending::Complete;
    if (early && m_response.endsInHead) {
        const QByteArray whole = head(m_closeAfter);
        m_socket->write(whole.first(whole.size() / 2));
        return end(m_response.ending);
    }
    if (early && m_response.bytesBeforeEnding < 0)
        return end(m_response.ending);
    if (m_sent < 0) {
        m_socket->write(head(m_closeAfter));
        m_sent = 0;
    }
    const qsizetype last = early ? std::min<qsizetype>(m_response.bytesBeforeEnding, m_response.body.size())
                                 : m_response.body.size();
    const qsizetype most =
        m_response.pieceSize > 0 ? m_response.pieceSize : std::numeric_limits<qsizetype>::max();
    const qsizetype size = std::min(last - m_sent, most);
    if (size > 0) {
        const QByteArray piece = m_response.body.sliced(m_sent, size);
        if (m_response.framing == Framing::Chunked)
            m_socket->write(QByteArray::number(size, 16) + "\r\n" + piece + "\r\n");
        else
            m_socket->write(piece);
        m_sent += size;
    }
    if (m_sent < last)
        m_timer.start(m_response.pieceDelay);
    else if (early)
        end(m_response.ending);
    else
        finishResponse();
}

void HttpConnection::finishResponse()
{
    if (m_response.framing == Framing::Chunked)
        m_socket->write("0\r\n\r\n");
    if (m_closeAfter) {
        m_socket->disconnectFromHost();
        return;
    }
    m_busy = false;
    readRequests();
}

void HttpConnection::end(Ending ending)
{
    if (ending == Ending::Hang)
        return;
    // What was written so far has to be on the wire before the connection goes: flush() hands it to the
    // kernel.
    m_socket->flush();
    if (ending == Ending::Reset) {
        lingerZero(*m_socket);
        m_socket->abort();
    } else {
        m_socket->disconnectFromHost();
    }
}

} // namespace Trailglass::Support
