// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/httpjob.h"

#include "models/core/logging.h"
#include "models/network/contentencoding.h"
#include "models/network/httperror.h"
#include "models/network/httpsending.h"
#include "models/network/origin.h"

#include <QSslError>

#include <algorithm>
#include <atomic>
#include <utility>

namespace Trailglass {

// How a request begins and ends. How the body of its response is read is in httpjobbody.cpp.

namespace {

/// Distinguishes the requests of this process in the log.
int nextNumber()
{
    static std::atomic<int> number = 0;
    return ++number;
}

bool isRedirect(int status)
{
    return status >= 300 && status < 400 && status != 304;
}

} // namespace

QByteArray HttpResponse::header(QByteArrayView name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(), [name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QByteArray() : found->second;
}

void HttpJob::ReplyDeleter::operator()(QNetworkReply *reply) const
{
    // Its end stops it. Not abort(): Qt 6.4 warns when the failure of a response that has just come to its
    // end meets that of abort(). Of its signals only the receiver's: by another one its end reaches the thread
    // of the network, which otherwise keeps one of the six connections to the host.
    reply->disconnect(receiver);
    reply->deleteLater();
}

HttpJob::HttpJob(QNetworkAccessManager &network, Scheduler &scheduler, const HttpRequest &request,
                 const HttpLimits &limits, HttpSink &sink)
    : m_network(network)
    , m_scheduler(scheduler)
    , m_request(request)
    , m_limits(limits)
    , m_sink(sink)
    , m_number(nextNumber())
    , m_reply(nullptr, ReplyDeleter{this})
    , m_started(scheduler.elapsed())
    , m_lastActivity(m_started)
{
    QMetaObject::invokeMethod(this, &HttpJob::start, Qt::QueuedConnection);
}

HttpJob::~HttpJob() = default;

void HttpJob::start()
{
    if (m_ended) {
        return;
    }
    if (!isAllowed(m_request.url)) {
        end(Error{.kind = ErrorKind::Usage,
                  .message = tr("Refusing to connect to %1: use https; http is allowed for localhost only.")
                                 .arg(printOrigin(m_request.url))});
        return;
    }
    send(m_request.url);
    watch();
}

void HttpJob::send(const QUrl &url)
{
    qCDebug(logHttp).noquote() << "request" << m_number << m_request.verb << printRequestShape(url)
                               << "body:" << m_request.body.size() << "bytes";
    m_inflater.reset();
    m_spool.reset();
    m_arrived = 0;
    m_hasBegun = false;
    m_reply.reset(sendRequest(m_network, url, m_request));
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, this, &HttpJob::headReceived);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &HttpJob::readSome);
    connect(m_reply.get(), &QNetworkReply::finished, this, &HttpJob::readSome);
    connect(m_reply.get(), &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors) {
            m_tlsErrors.append(error.errorString());
        }
        m_tlsErrors.removeDuplicates();
    });
}

void HttpJob::pause()
{
    m_paused = true;
}

void HttpJob::resume()
{
    if (!m_paused) {
        return;
    }
    m_paused = false;
    m_lastActivity = m_scheduler.elapsed();
    continueLater(); // so that the sink is never called from within its own call
}

void HttpJob::cancel()
{
    end(Error{.kind = ErrorKind::Cancelled, .message = tr("Cancelled.")});
}

QByteArray HttpJob::date() const
{
    return m_reply ? m_reply->rawHeader("Date") : QByteArray();
}

std::chrono::milliseconds HttpJob::silence() const
{
    return m_paused || m_ended ? std::chrono::milliseconds(0) : m_scheduler.elapsed() - m_lastActivity;
}

void HttpJob::headReceived()
{
    // Of over a hundred headers Qt gives none, and then the framing of the body as the body, without an end.
    if (m_reply->rawHeaderPairs().isEmpty()) {
        end(headersError(m_request.url));
        return;
    }
    m_lastActivity = m_scheduler.elapsed();
    if (!std::exchange(m_hasBegun, true) && m_limits.gap < m_limits.silence) {
        watch(); // what watches until now would look too late
    }
    if (!m_spool && !leaveInNetwork(*m_reply)) {
        m_spool.emplace(maxBytes() + 1); // one more shows that it is too large
    }
    const QByteArray header = m_reply->rawHeader("Content-Encoding");
    const ContentEncoding encoding = contentEncoding(header);
    m_inflater = encoding == ContentEncoding::Gzip ? std::make_unique<Inflater>() : nullptr;
    if (encoding != ContentEncoding::Other) {
        return;
    }
    const HttpResponse whole = response();
    if (whole.isSuccess()) {
        end(encodingError(m_request.url, header));
    } else if (!isRedirect(whole.status)) {
        end(whole); // without its words: they cannot be read
    }
}

void HttpJob::replyFinished()
{
    const HttpResponse whole = response();
    // The order of the conditions counts, so a result is there twice.
    // NOLINTBEGIN(bugprone-branch-clone)
    if (isRedirect(whole.status)) {
        followOrRefuse(whole.status);
    } else if (whole.status != 0 && !whole.isSuccess()) {
        end(whole); // a refusal, even when its body broke off
    } else if (m_reply->error() != QNetworkReply::NoError) {
        end(networkError(m_reply->error(), m_request.url, m_tlsErrors));
    } else if (m_arrived < bodyLength(*m_reply).value_or(0) || (m_inflater && !m_inflater->isWhole())) {
        // Qt 6.4 may take a body that is reset in its middle for whole.
        end(networkError(QNetworkReply::RemoteHostClosedError, m_request.url, {}));
    } else {
        end(whole);
    }
    // NOLINTEND(bugprone-branch-clone)
}

void HttpJob::followOrRefuse(int status)
{
    const QByteArray location = m_reply->rawHeader("Location");
    const QUrl from = m_reply->url();
    QUrl to = from.resolved(QUrl::fromEncoded(location));
    const bool mayFollow = m_request.verb == "GET" && m_request.body.isEmpty() && !m_followedSlash;
    if (location.isEmpty() || !mayFollow || !isSlashRedirect(from, to)) {
        end(redirectError(from, location.isEmpty() ? from : to, status));
        return;
    }
    m_followedSlash = true;
    m_errorBody.clear();
    to.setQuery(from.query(QUrl::FullyEncoded)); // our query, whatever the server made of it
    send(to);
}

void HttpJob::watch()
{
    const auto now = m_scheduler.elapsed();
    if (m_paused) {
        m_lastActivity = now;
    }
    const auto silence = m_hasBegun ? std::min(m_limits.gap, m_limits.silence) : m_limits.silence;
    const auto silenceLeft = silence - (now - m_lastActivity);
    const auto totalLeft = m_limits.total - (now - m_started);
    const auto left = std::min(silenceLeft, totalLeft);
    if (left.count() <= 0) {
        end(Error{.kind = ErrorKind::Timeout,
                  .message = silenceLeft <= totalLeft
                      ? tr("%1 sent nothing for %Ln second(s). Try again later.", nullptr,
                           static_cast<int>(silence.count() / 1'000))
                            .arg(printOrigin(m_request.url))
                      : tr("%1 did not complete its response within %Ln minute(s). Try again later.", nullptr,
                           static_cast<int>(m_limits.total.count() / 60'000))
                            .arg(printOrigin(m_request.url))});
        return;
    }
    m_scheduler.after(left, this, [this] {
        if (!m_ended) {
            watch();
        }
    });
}

void HttpJob::end(Result<HttpResponse> response)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    log(response);
    m_reply.reset();
    m_sink.responseEnded(std::move(response)); // last: it may destroy this
}

void HttpJob::log(const Result<HttpResponse> &response) const
{
    const auto elapsed = (m_scheduler.elapsed() - m_started).count();
    if (response) {
        qCDebug(logHttp).noquote() << "request" << m_number << "status" << response->status
                                   << "received:" << m_received << "bytes, transferred:" << m_arrived
                                   << "bytes, in" << elapsed << "ms";
    } else {
        qCInfo(logHttp).noquote() << "request" << m_number
                                  << "failed:" << errorKindName(response.error().kind)
                                  << "received:" << m_received << "bytes, in" << elapsed << "ms";
    }
}

HttpResponse HttpJob::response() const
{
    return {.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            .errorBody = m_errorBody,
            .retryAfter = m_reply->rawHeader("Retry-After"),
            .date = m_reply->rawHeader("Date"),
            .headers = m_reply->rawHeaderPairs()};
}

} // namespace Trailglass

#include "moc_httpjob.cpp"
