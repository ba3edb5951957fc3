// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/requestparser.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <functional>

namespace Trailglass::Support {

/// One client's connection: reads requests, plays responses, one after the other. Deletes itself when the
/// client leaves.
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<Response(const Request &)>;

    /// Takes ownership of \a socket.
    HttpConnection(QTcpSocket *socket, Handler handler, QObject *parent);

private:
    void readRequests();
    void startResponse();
    [[nodiscard]] QByteArray head(bool close) const;
    void sendPiece();
    void finishResponse();
    void end(Ending ending);

    QTcpSocket *m_socket;
    Handler m_handler;
    RequestParser m_parser;
    Response m_response; ///< the one being played; its body is what goes on the wire, before chunking
    QTimer m_timer; ///< starts the response, then its pieces
    qsizetype m_sent = -1; ///< body bytes on the wire; -1 before the head
    bool m_busy = false; ///< a response is being played, or hangs for good
    bool m_closeAfter = false;
};

} // namespace Trailglass::Support
