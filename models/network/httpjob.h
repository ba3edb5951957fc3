// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/httprequest.h"
#include "models/core/result.h"
#include "models/inputs/inflater.h"
#include "models/network/bytespool.h"
#include "models/network/scheduler.h"

#include <QNetworkReply>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace Trailglass {

/// What a request may cost. The defaults are those of one page.
struct HttpLimits
{
    static constexpr qint64 PageBytes = qint64(64) * 1024 * 1024;
    static constexpr qint64 StreamedBytes = qint64(4) * 1024 * 1024 * 1024;

    qint64 bytes = PageBytes; ///< of the body, as it comes and unpacked: the cap of each
    std::chrono::milliseconds silence = std::chrono::seconds(30); ///< without a byte while the sink is ready
    std::chrono::milliseconds total = std::chrono::minutes(10); ///< from start to end
    /// The silence that is allowed once the response has begun; at most \a silence. Qt 6.4 does not notice every break of a
    /// connection: where the size of a chunk is cut between its bytes, the response never ends.
    std::chrono::milliseconds gap = silence;

    /// Of a vendor's one full response, which it first has to put together: its own client waits a minute.
    static HttpLimits streamed()
    {
        return {.bytes = StreamedBytes, .silence = std::chrono::minutes(2), .total = std::chrono::hours(6)};
    }
};

/// The limits of both kinds of responses that a source reads.
struct ResponseLimits
{
    HttpLimits page = {};
    HttpLimits streamed = HttpLimits::streamed();
};

/// A response that arrived whole, whatever its status.
struct HttpResponse
{
    static constexpr qint64 KeptErrorBytes = 64 * 1024;

    int status = 0;
    /// Of a status that is not 2xx: its first KeptErrorBytes, unpacked; empty when it cannot be unpacked, and
    /// for 2xx.
    QByteArray errorBody;
    QByteArray retryAfter; ///< header, empty when absent
    QByteArray date; ///< header, empty when absent
    QList<QNetworkReply::RawHeaderPair> headers = {}; ///< all of them

    /// \returns the value of the first header of that name, without regard to case; null when there is none
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
};

/// Who reads a response.
class HttpSink
{
public:
    virtual ~HttpSink() = default;

    /// The next decoded bytes of a 2xx body, at most 64 KiB; valid during the call. May pause() or destroy
    /// the job.
    virtual void bytesReceived(QByteArrayView bytes) = 0;

    /// The end, exactly once; may destroy the job.
    /// \error Network (also a body that ends too early), Timeout, Tls, Redirect, TooLarge, Malformed (a web
    /// page in place of JSON, broken gzip), Unsupported (packed, and not with gzip: refused before its body is
    /// read), Usage (a plain http address that is not loopback), DiskFull and Storage (as ByteSpool), Cancelled.
    /// Bytes may have been delivered before.
    virtual void responseEnded(Result<HttpResponse> response) = 0;
};

/// One request on its way. Made by HttpClient::send().
///
/// A body with a length is read from the socket only as fast as the sink takes bytes; of any other what the sink
/// has not taken yet waits in a ByteSpool, as it came (leaveInNetwork() says why).
///
/// Requests gzip alone and unpacks it itself, since Qt would unpack all that is buffered within one call. At
/// most one piece (64 KiB) is unpacked or delivered a turn of the event loop, whatever a body unpacks to: other
/// jobs of the thread go on between two pieces, and cancel() has to wait for one at most.
class HttpJob : public QObject
{
    Q_OBJECT

public:
    HttpJob(QNetworkAccessManager &network, Scheduler &scheduler, const HttpRequest &request,
            const HttpLimits &limits, HttpSink &sink);
    ~HttpJob() override;

    /// Stops delivering until resumed, and, once buffers are full, receiving a body with a length. The idle
    /// timeout is suspended while paused.
    void pause();
    void resume();

    /// Ends the job with Cancelled, from within this call.
    void cancel();

    /// The response's `Date` header; empty before the sink is called, and where there is none.
    [[nodiscard]] QByteArray date() const;

    /// How long no byte has come, since its start or the last one. 0 while it is paused, and after its end.
    [[nodiscard]] std::chrono::milliseconds silence() const;

private:
    void start();
    void send(const QUrl &url);
    void headReceived();
    void continueLater();
    void readSome();
    Result<void> receive();
    void readPiece();
    void unpack(const QByteArray &packed);
    void deliver(QByteArrayView bytes);
    [[nodiscard]] qint64 maxBytes() const; ///< of the body as it comes, and unpacked
    void endTooLarge();
    void unpackingFailed();
    void replyFinished();
    void followOrRefuse(int status);
    void watch();
    void end(Result<HttpResponse> response);
    void log(const Result<HttpResponse> &response) const;
    [[nodiscard]] HttpResponse response() const;

    struct ReplyDeleter
    {
        const QObject *receiver; ///< of the reply's signals

        void operator()(QNetworkReply *reply) const;
    };

    QNetworkAccessManager &m_network;
    Scheduler &m_scheduler;
    const HttpRequest m_request;
    const HttpLimits m_limits;
    HttpSink &m_sink;
    const int m_number; ///< in the log
    std::unique_ptr<QNetworkReply, ReplyDeleter> m_reply;
    QStringList m_tlsErrors;
    std::optional<ByteSpool> m_spool; ///< where the body does not wait in the network
    std::unique_ptr<Inflater> m_inflater; ///< where the body is packed
    QByteArray m_errorBody;
    qint64 m_arrived = 0; ///< bytes of the body, as they came
    qint64 m_received = 0; ///< bytes of the body, unpacked
    std::chrono::milliseconds m_started{0};
    std::chrono::milliseconds m_lastActivity{0};
    bool m_hasBegun = false; ///< the head of the response is there
    bool m_paused = false;
    bool m_ended = false;
    bool m_isContinuing = false; ///< the next piece is read in a later turn of the event loop
    bool m_followedSlash = false;
    bool m_sawText = false; ///< a byte of the body that is not whitespace
};

} // namespace Trailglass
