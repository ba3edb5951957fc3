// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/pagerequests.h"

#include "models/network/retrypolicy.h"

#include <algorithm>
#include <utility>

namespace Trailglass {

namespace {

/// Of the same settings and secrets, which the headers come from.
bool isSame(const PageRequest &left, const PageRequest &right)
{
    return left.http.verb == right.http.verb && left.http.url == right.http.url
        && left.http.body == right.http.body && left.window == right.window && left.asOf == right.asOf
        && left.streamed == right.streamed;
}

} // namespace

PageRequests::PageRequests(HttpClient &http, const Clock &clock, const Source &source,
                           SourceSettings settings, BoundSecrets secrets)
    : m_http(http)
    , m_clock(clock)
    , m_source(source)
    , m_settings(std::move(settings))
    , m_secrets(std::move(secrets))
{
}

PageRequests::~PageRequests() = default;

Result<PageRequest> PageRequests::send(const Checkpoint &checkpoint, const QList<Checkpoint> &ahead)
{
    Q_ASSERT(!m_current);
    Result<PageRequest> request = m_source.request(m_settings, m_secrets.values, checkpoint);
    if (!request)
        return request;
    m_current = takeAhead(*request);
    if (!m_current)
        m_current = start(*request);
    connect(m_current.get(), &HttpPageRequest::rowsRead, this, &PageRequests::rowsRead);
    connect(m_current.get(), &HttpPageRequest::finished, this, &PageRequests::finished);
    m_current->release();
    sendAhead(ahead);
    return request;
}

HttpPageRequestPointer PageRequests::start(const PageRequest &request)
{
    ++m_count;
    return HttpPageRequestPointer(
        new HttpPageRequest(m_http, m_clock, m_source, m_settings, m_secrets, request));
}

HttpPageRequestPointer PageRequests::takeAhead(const PageRequest &request)
{
    if (m_ahead.empty() || !isSame(m_ahead.front().request, request)) {
        dropAhead();
        return {};
    }
    HttpPageRequestPointer fetch = std::move(m_ahead.front().fetch);
    m_ahead.pop_front();
    return fetch;
}

void PageRequests::sendAhead(const QList<Checkpoint> &checkpoints)
{
    const bool hasFailed =
        std::ranges::any_of(m_ahead, [](const Ahead &ahead) { return ahead.fetch->hasFailed(); });
    // Those that are under way are the first of them; takeAhead() compares each when its turn has come.
    for (auto next = std::ssize(m_ahead); !hasFailed && next < checkpoints.size(); ++next) {
        const Result<PageRequest> request =
            m_source.request(m_settings, m_secrets.values, checkpoints.at(next));
        if (!request)
            return; // reported when its turn has come
        m_ahead.push_back({*request, start(*request)});
        m_ahead.back().fetch->hold();
    }
}

void PageRequests::dropCurrent()
{
    drop(std::move(m_current));
}

std::optional<Error> PageRequests::dropAhead()
{
    std::optional<Error> limit;
    for (Ahead &ahead : m_ahead) {
        if (const auto met = ahead.fetch->heldLimit())
            limit = limit ? RetryPolicy::longerLimit(*limit, *met) : *met;
        drop(std::move(ahead.fetch));
    }
    m_ahead.clear();
    return limit;
}

void PageRequests::dropAll()
{
    dropCurrent();
    dropAhead();
}

std::optional<Error> PageRequests::dropAfter(const Error &failure)
{
    dropCurrent();
    const std::optional<Error> limit = dropAhead();
    if (failure.kind != ErrorKind::RateLimited)
        return limit;
    return limit ? RetryPolicy::longerLimit(failure, *limit) : failure;
}

std::chrono::milliseconds PageRequests::silence() const
{
    return m_current ? m_current->silence() : std::chrono::milliseconds(0);
}

void PageRequests::drop(HttpPageRequestPointer fetch)
{
    if (!fetch)
        return;
    m_bytes += fetch->bytes();
    if (const auto &reading = fetch->clocks())
        m_clocks.add(*reading);
}

} // namespace Trailglass

#include "moc_pagerequests.cpp"
