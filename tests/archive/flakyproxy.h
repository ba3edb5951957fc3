// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/random.h"

#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace Trailglass::Testing {

/// What happens to a request on its way, and to its response.
enum class Fate
{
    Whole,
    CutRequest, ///< a part of it arrives, then both connections end
    CutResponse, ///< it arrives, and the connection ends when the response begins
    HalfResponse, ///< likewise, in the middle of the response
    Late, ///< the client loses its connection at once; all of it arrives at the server a little later
    Refused, ///< nothing of it arrives
    DiskFull, ///< likewise; the response is that of a server whose disk is full
    GaveUp, ///< the response is that of a gateway that waits no longer; all of it arrives at the server a little later
};

/// A line to a server on 127.0.0.1 that breaks. Each request with a Content-Length has a fate of its own.
/// \thread one with an event loop
class FlakyProxy final : public QObject
{
public:
    /// \param request  counted from 0
    using Fates = std::function<Fate(int request)>;

    /// \param port  of the server
    /// \param seed  of where requests and responses are cut
    FlakyProxy(quint16 port, quint64 seed, Fates fates);

    /// Lets a share of requests break, by the seed.
    /// \param perThousand  of all requests; they are divided evenly among the ways to break
    [[nodiscard]] static Fates breaking(quint64 seed, int perThousand);

    [[nodiscard]] bool listen();
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    /// Requests that came in.
    [[nodiscard]] int requests() const { return m_requests; }
    /// Of those, requests that did not pass as a whole.
    [[nodiscard]] int broken() const { return m_broken; }
    /// Late requests that the server has not responded to yet.
    [[nodiscard]] int late() const { return m_late; }

private:
    class Line;

    void accept();

    const quint16 m_serverPort;
    const Fates m_fates;
    Support::Random m_random;
    QTcpServer m_server;
    int m_requests = 0;
    int m_broken = 0;
    int m_late = 0;
};

} // namespace Trailglass::Testing
