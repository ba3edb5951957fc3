// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/httppagerequest.h"

#include "models/sync/httperror.h"
#include "models/sync/origin.h"
#include "models/sync/retryafter.h"

namespace Trailglass {

HttpPageRequest::HttpPageRequest(HttpClient &http, const Clock &clock, const Source &source,
                                 const SourceSettings &settings, const BoundSecrets &secrets,
                                 const PageRequest &request)
    : m_clock(clock)
    , m_source(source)
    , m_asked(clock.now())
    , m_asOf(request.asOf)
    , m_reader(source, settings, request.window)
{
    // Whatever came before: here is where a credential leaves the program.
    if (secrets.origin.admits(request.http.url)) {
        m_job = http.send(request.http, request.streamed ? HttpLimits::streamed() : HttpLimits(), *this);
        return;
    }
    const Error refused{.kind = ErrorKind::SecretDenied,
                        .message = tr("The secret of this source was entered for another address and is not "
                                      "sent to %1. If that address is right, enter the secret again.")
                                       .arg(printOrigin(request.http.url))};
    QMetaObject::invokeMethod(
        this,
        [this, refused] {
            if (!m_isStopped)
                Q_EMIT finished(refused);
        },
        Qt::QueuedConnection);
}

HttpPageRequest::~HttpPageRequest() = default;

void HttpPageRequest::Deleter::operator()(HttpPageRequest *request) const
{
    request->disconnect();
    request->stop();
    request->deleteLater();
}

ParsedRows HttpPageRequest::takeRows()
{
    m_taken = m_reader.summary().rows;
    return m_reader.take();
}

void HttpPageRequest::pause()
{
    if (m_job) {
        m_job->pause();
    }
}

void HttpPageRequest::resume()
{
    if (m_job) {
        m_job->resume();
    }
}

void HttpPageRequest::stop()
{
    m_isStopped = true;
    m_job.reset();
}

void HttpPageRequest::noteMoment(const QByteArray &date)
{
    // The server's own clock is the one its events are dated by.
    if (!m_reader.summary().answered)
        m_reader.setMoments(parseHttpDate(date), m_asked, m_asOf);
}

void HttpPageRequest::bytesReceived(QByteArrayView bytes)
{
    noteMoment(m_job->date());
    m_reader.feed({bytes.data(), static_cast<std::size_t>(bytes.size())});
    Q_EMIT rowsRead();
}

void HttpPageRequest::responseEnded(Result<HttpResponse> response)
{
    Q_EMIT finished(judge(response));
}

Result<void> HttpPageRequest::judge(const Result<HttpResponse> &response)
{
    TRY(response);
    if (!response->isSuccess()) {
        const QString words = m_source.errorText(response->errorBody);
        return statusError(*response, m_source.type().displayName, words, m_clock.now());
    }
    noteMoment(response->date);
    TRY(m_summary, m_reader.finish());
    return {};
}

} // namespace Trailglass
