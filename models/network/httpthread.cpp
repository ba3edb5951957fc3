// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/httpthread.h"

#include "models/core/translation.h"
#include "models/network/httpclient.h"
#include "models/network/timerscheduler.h"

#include <unordered_map>

namespace Trailglass {

namespace {

/// One request, on the thread of the network.
class RunningJob final : public HttpSink
{
public:
    using Ended = std::function<void(const HttpExchange *exchange)>;

    RunningJob(std::shared_ptr<HttpExchange> exchange, Ended ended)
        : m_exchange(std::move(exchange))
        , m_ended(std::move(ended))
    {
    }

    void start(HttpClient &client, const HttpRequest &request, const HttpLimits &limits)
    {
        m_job = client.send(request, limits, *this);
    }

    void cancel() { m_job->cancel(); }

    void bytesReceived(QByteArrayView bytes) override { m_body.append(bytes.data(), bytes.size()); }

    void responseEnded(Result<HttpResponse> response) override
    {
        m_exchange->finish(response ? Result<HttpReply>(HttpReply{*std::move(response), std::move(m_body)})
                                    : Result<HttpReply>(response.error()));
        m_ended(m_exchange.get());
    }

private:
    std::shared_ptr<HttpExchange> m_exchange;
    Ended m_ended;
    QByteArray m_body;
    std::unique_ptr<HttpJob> m_job;
};

} // namespace

/// What lives on the thread.
class HttpThread::Jobs
{
public:
    void start(const std::shared_ptr<HttpExchange> &exchange, const HttpRequest &request,
               const HttpLimits &limits, Lane lane)
    {
        auto job = std::make_unique<RunningJob>(exchange, [this](const HttpExchange *ended) {
            // Later: the job is still in the call that says so.
            QMetaObject::invokeMethod(
                &m_context, [this, ended] { m_running.erase(ended); }, Qt::QueuedConnection);
        });
        job->start(lane == Lane::Work ? m_work : m_control, request, limits);
        m_running.emplace(exchange.get(), std::move(job));
    }

    void cancel(const std::shared_ptr<HttpExchange> &exchange)
    {
        if (const auto found = m_running.find(exchange.get()); found != m_running.end())
            found->second->cancel();
    }

private:
    TimerScheduler m_scheduler;
    HttpClient m_work{m_scheduler};
    HttpClient m_control{m_scheduler};
    std::unordered_map<const HttpExchange *, std::unique_ptr<RunningJob>> m_running;
    QObject m_context;
};

HttpThread::HttpThread(const QString &name)
    : m_thread(name)
{
    if (m_thread.hasThread())
        m_thread.post([this] { m_jobs = std::make_unique<Jobs>(); });
}

HttpThread::~HttpThread()
{
    m_thread.end([this] { m_jobs.reset(); });
}

Result<HttpReply> HttpThread::send(const HttpRequest &request, const HttpLimits &limits,
                                   const CancelToken &cancel, const std::function<void()> &waiting)
{
    const Error cancelled{.kind = ErrorKind::Cancelled, .message = Trailglass::tr("Cancelled.")};
    if (cancel.isCancelled())
        return cancelled;
    const auto exchange = start(request, limits, Lane::Work);
    while (!exchange->wait(Patience)) {
        if (cancel.isCancelled()) {
            this->cancel(exchange);
            return cancelled;
        }
        if (waiting)
            waiting();
    }
    return exchange->take();
}

std::shared_ptr<HttpExchange> HttpThread::start(const HttpRequest &request, const HttpLimits &limits,
                                                Lane lane)
{
    auto exchange = std::make_shared<HttpExchange>();
    if (!m_thread.hasThread()) { // whoever waits for the response may be the one who would have to fetch it
        exchange->finish(noMoreThreads());
        return exchange;
    }
    m_thread.post(
        [this, exchange, request, limits, lane] { m_jobs->start(exchange, request, limits, lane); });
    return exchange;
}

void HttpThread::cancel(const std::shared_ptr<HttpExchange> &exchange)
{
    if (m_thread.hasThread())
        m_thread.post([this, exchange] { m_jobs->cancel(exchange); });
}

} // namespace Trailglass
