// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/connectiontest.h"

#include "models/sync/redaction.h"

namespace Trailglass {

namespace {

constexpr qint64 AskedPeriod = UtcMicros::PerHour;

} // namespace

ConnectionTest::ConnectionTest(HttpClient &http, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
{
}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::start(const SyncJob &job)
{
    Q_ASSERT(!m_running);
    m_running = true;
    ++m_number;
    m_report = {};
    m_report.source = job.source.name;
    m_report.vendor = job.source.type;
    m_mask = SecretMask();
    const Result<void> sent = send(job);
    if (!sent) {
        QMetaObject::invokeMethod(
            this,
            [this, number = m_number, error = sent.error()] {
                if (number == m_number)
                    end(error);
            },
            Qt::QueuedConnection);
    }
}

void ConnectionTest::cancel()
{
    end(Error{.kind = ErrorKind::Cancelled, .message = tr("Cancelled.")});
}

Result<void> ConnectionTest::send(const SyncJob &job)
{
    m_source = findSource(job.source.type);
    if (!m_source) {
        return Error{.kind = ErrorKind::Usage,
                     .message = tr("This version does not support sources of type %1. Update Trailglass.")
                                    .arg(job.source.type)};
    }
    TRY(m_settings, SourceSettings::fromValues(m_source->type(), job.source.settings));
    TRY(job.secrets);
    m_mask = secretMask(m_source->type(), m_settings, job.secrets->values);

    RunOptions options;
    options.now = m_clock.now();
    options.since = options.now - AskedPeriod;
    m_checkpoint = m_source->begin(m_settings, options);
    TRY(const PageRequest request, m_source->request(m_settings, job.secrets->values, m_checkpoint));
    m_streamed = request.streamed;
    m_fetch.reset(new HttpPageRequest(m_http, m_clock, *m_source, m_settings, *job.secrets, request));
    connect(m_fetch.get(), &HttpPageRequest::rowsRead, this, &ConnectionTest::rowsRead);
    connect(m_fetch.get(), &HttpPageRequest::finished, this, &ConnectionTest::fetchEnded);
    return {};
}

void ConnectionTest::rowsRead()
{
    // A vendor's full response can be gigabytes: its first rows prove as much.
    if (!m_streamed) {
        return;
    }
    const ParsedRows batch = m_fetch->takeRows();
    m_report.rows += static_cast<qint64>(batch.events.size() + batch.unreadable.size());
    m_report.unreadable += static_cast<qint64>(batch.unreadable.size());
    for (const Event &event : batch.events) {
        m_report.latest = std::max(m_report.latest.value_or(event.created), event.created);
    }
    if (!batch.events.empty()) {
        end();
    }
}

void ConnectionTest::fetchEnded(const Result<void> &outcome)
{
    if (outcome) {
        pageRead();
    } else {
        end(outcome.error());
    }
}

void ConnectionTest::pageRead()
{
    const PageSummary &page = m_fetch->summary();
    m_report.rows = page.rows;
    m_report.unreadable = page.unreadable;
    m_report.latest = page.latest;
    const Result<PageOutcome> outcome = m_source->advance(m_settings, m_checkpoint, page);
    if (!outcome) {
        end(outcome.error());
        return;
    }
    for (const QString &warning : outcome->warnings) {
        m_report.warnings.append(m_mask.masked(warning));
    }
    end();
}

void ConnectionTest::end(std::optional<Error> error)
{
    if (!m_running) {
        return;
    }
    m_running = false;
    m_fetch.reset();
    if (error) {
        error->message = m_mask.masked(error->message);
    }
    m_report.error = std::move(error);
    Q_EMIT finished(m_report);
}

} // namespace Trailglass

#include "moc_connectiontest.cpp"
