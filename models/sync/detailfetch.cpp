// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/detailfetch.h"

#include "models/json/jsonlimits.h"
#include "models/network/httperror.h"
#include "models/sync/redaction.h"
#include "models/sync/secretdestination.h"

#include <utility>

namespace Trailglass {

static_assert(MaxJsonBytes <= DetailFetch::MaxBytes, "the last page alone");

DetailFetch::DetailFetch(HttpClient &http, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
{
}

DetailFetch::~DetailFetch() = default;

void DetailFetch::start(const DetailJob &job)
{
    Q_ASSERT(!m_job);
    ++m_number;
    m_mask = SecretMask();
    m_fetched = {};
    m_bytes = 0;
    if (const auto begun = begin(job); !begun)
        endLater(begun);
}

void DetailFetch::stop()
{
    ++m_number;
    m_job.reset();
}

Result<void> DetailFetch::begin(const DetailJob &job)
{
    m_source = findSource(job.source.type);
    if (!m_source || !m_source->details()) {
        return Error{.kind = ErrorKind::Usage,
                     .message =
                         tr("Sources of type %1 have no more to say about an event.").arg(job.source.type)};
    }
    TRY(m_settings, SourceSettings::fromValues(m_source->type(), job.source.settings));
    m_secrets = job.secrets;
    m_mask = secretMask(m_source->type(), m_settings, m_secrets.values);
    m_key = job.key;
    return requestPage(1);
}

Result<void> DetailFetch::requestPage(qint64 page)
{
    TRY(const HttpRequest request, m_source->details()->request(m_settings, m_secrets.values, m_key, page));
    TRY(checkSecretDestination(m_secrets, request.url));
    m_page = page;
    m_body.clear();
    HttpLimits limits;
    limits.bytes = MaxJsonBytes;
    m_job = m_http.send(request, limits, *this);
    return {};
}

void DetailFetch::bytesReceived(QByteArrayView bytes)
{
    m_body.append(bytes);
}

void DetailFetch::responseEnded(Result<HttpResponse> response)
{
    m_job.reset();
    const auto taken = takePage(response);
    if (!taken || !m_job)
        end(taken);
}

Result<void> DetailFetch::takePage(const Result<HttpResponse> &response)
{
    TRY(response);
    if (!response->isSuccess()) {
        const QString words = m_source->errorText(response->errorBody);
        return statusError(*response, m_source->type().displayName, words, m_clock.now());
    }
    TRY(DetailPage page, m_source->details()->read(m_body, m_page));
    m_bytes += m_body.size();
    m_fetched.pages.append(std::exchange(m_body, {}));
    const qint64 next = page.nextPage.value_or(0);
    appendPage(m_fetched.detail, std::move(page));
    // A next page that is this one or one before would go on for ever.
    const bool hasNext = next > m_page;
    m_fetched.detail.isCut = hasNext && (next > MaxPages || m_bytes >= MaxBytes);
    return hasNext && !m_fetched.detail.isCut ? requestPage(next) : Result<void>();
}

void DetailFetch::end(const Result<void> &outcome)
{
    if (outcome) {
        Q_EMIT finished(std::exchange(m_fetched, {}));
        return;
    }
    Error error = outcome.error();
    error.message = m_mask.masked(error.message);
    Q_EMIT finished(error);
}

void DetailFetch::endLater(const Result<void> &outcome)
{
    QMetaObject::invokeMethod(
        this,
        [this, outcome, number = m_number] {
            if (number == m_number)
                end(outcome);
        },
        Qt::QueuedConnection);
}

} // namespace Trailglass

#include "moc_detailfetch.cpp"
