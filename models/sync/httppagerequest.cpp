// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/httppagerequest.h"

#include "models/network/httperror.h"
#include "models/network/retryafter.h"
#include "models/sync/secretdestination.h"

#include <utility>

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
    const ResponseLimits &limits = http.responseLimits();
    const Result<void> allowed = checkSecretDestination(secrets, request.http.url);
    if (allowed)
        m_job = http.send(request.http, request.streamed ? limits.streamed : limits.page, *this);
    else
        endLater(allowed);
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
    m_takenBytes = m_bytes;
    return m_reader.take();
}

std::chrono::milliseconds HttpPageRequest::silence() const
{
    return m_job ? m_job->silence() : std::chrono::milliseconds(0);
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

void HttpPageRequest::hold()
{
    m_isHeld = true;
}

void HttpPageRequest::release()
{
    m_isHeld = false;
    resume();
    if (m_heldOutcome)
        endLater(*std::exchange(m_heldOutcome, std::nullopt));
}

std::optional<Error> HttpPageRequest::heldLimit() const
{
    if (hasFailed() && m_heldOutcome->error().kind == ErrorKind::RateLimited)
        return m_heldOutcome->error();
    return {};
}

void HttpPageRequest::stop()
{
    m_isStopped = true;
    m_job.reset();
}

void HttpPageRequest::noteMoment(const QByteArray &date)
{
    if (m_reader.summary().answered)
        return;
    // The server's own clock is the one its events are dated by.
    const auto answered = parseHttpDate(date);
    noteClocks(answered);
    m_reader.setMoments(answered, m_asked, m_asOf);
}

void HttpPageRequest::noteClocks(const std::optional<UtcMicros> &date)
{
    if (date)
        m_clocks = ClockReading{.server = *date, .asked = m_asked, .received = m_clock.now()};
}

void HttpPageRequest::bytesReceived(QByteArrayView bytes)
{
    noteMoment(m_job->date());
    m_bytes += bytes.size();
    m_reader.feed({bytes.data(), static_cast<std::size_t>(bytes.size())});
    if (!m_isHeld)
        Q_EMIT rowsRead();
    else if (m_bytes >= HeldBytes)
        m_job->pause();
}

void HttpPageRequest::responseEnded(Result<HttpResponse> response)
{
    if (response) {
        m_bytes += response->errorBody.size();
    }
    end(judge(response));
}

void HttpPageRequest::endLater(const Result<void> &outcome)
{
    QMetaObject::invokeMethod(
        this,
        [this, outcome] {
            if (!m_isStopped)
                end(outcome);
        },
        Qt::QueuedConnection);
}

void HttpPageRequest::end(const Result<void> &outcome)
{
    if (m_isHeld)
        m_heldOutcome = outcome;
    else
        Q_EMIT finished(outcome);
}

Result<void> HttpPageRequest::judge(const Result<HttpResponse> &response)
{
    TRY(response);
    if (!response->isSuccess()) {
        noteClocks(parseHttpDate(response->date));
        const QString words = m_source.errorText(response->errorBody);
        return statusError(*response, m_source.type().displayName, words, m_clock.now());
    }
    noteMoment(response->date);
    TRY(m_summary, m_reader.finish());
    return {};
}

} // namespace Trailglass

#include "moc_httppagerequest.cpp"
