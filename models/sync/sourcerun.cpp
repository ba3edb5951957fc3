// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/sourcerun.h"

#include "models/core/logging.h"
#include "models/core/text.h"
#include "models/store/storethread.h"
#include "models/sync/redaction.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// Rows of a streamed response that are committed together.
constexpr qint64 StreamedBatch = 2'000;

/// Recoveries in a row, far more than halving any window needs: the guard against a source that never gives
/// up.
constexpr int MaxRecoveries = 64;

/// Places in a row at which all retries failed and the source turned to another one: then it is the server
/// that fails, and each further place would take minutes.
constexpr int MaxGivenUp = 3;

} // namespace

SourceRun::SourceRun(SyncServices services, SyncJob job)
    : m_services(std::move(services))
    , m_job(std::move(job))
    , m_source(findSource(m_job.source.type))
    , m_throttle(m_services.scheduler)
{
    m_report.source = m_job.source.name;
    m_report.vendor = m_job.source.type;
    // Queued, because a receiver may call cancel() and these functions are not re-entrant.
    connect(&m_throttle, &Throttle::due, this, &SourceRun::reportProgress, Qt::QueuedConnection);
}

SourceRun::~SourceRun() = default;

void SourceRun::start()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_ending) {
                return;
            }
            const Result<void> prepared = prepare();
            if (prepared) {
                requestPage();
            } else {
                end(SyncReport::Status::Failed, prepared.error());
            }
        },
        Qt::QueuedConnection);
}

Result<void> SourceRun::prepare()
{
    if (!m_source) {
        return Error{.kind = ErrorKind::Usage,
                     .message =
                         tr("This version does not support sources of type %1.").arg(m_job.source.type)};
    }
    TRY(m_settings, SourceSettings::fromValues(m_source->type(), m_job.source.settings));
    TRY(m_job.secrets);
    m_mask = secretMask(m_source->type(), m_settings, m_job.secrets->values);
    const QByteArray fingerprint = m_settings.fingerprint();
    m_checkpoint = m_source->begin(m_settings, runOptions(m_job, fingerprint, m_services.clock.now()));
    qCDebug(logSync) << "source" << m_job.source.id.value << m_job.source.type
                     << (m_job.full ? "full run" : "run") << "resumes:" << !m_job.state.checkpoint.isEmpty()
                     << "same settings:" << (m_job.state.fingerprint == fingerprint);
    m_committer =
        std::make_unique<PageCommitter>(m_services.store, m_services.clock, m_job.source.id, fingerprint);
    connect(m_committer.get(), &PageCommitter::committed, this, &SourceRun::roomMade);
    connect(m_committer.get(), &PageCommitter::failed, this, &SourceRun::commitFailed);
    return {};
}

void SourceRun::cancel()
{
    if (m_committer) {
        m_committer->dropWaiting();
    }
    end(SyncReport::Status::Cancelled);
}

void SourceRun::requestPage()
{
    m_waitingForRoom = m_committer->isFull();
    if (m_waitingForRoom) {
        setActivity(tr("Storing"));
        return;
    }
    const Result<PageRequest> request = m_source->request(m_settings, m_job.secrets->values, m_checkpoint);
    if (!request) {
        end(SyncReport::Status::Failed, request.error());
        return;
    }
    setActivity(tr("Reading"));
    ++m_report.requests;
    m_streamed = request->streamed;
    m_fetch.reset(new HttpPageRequest(m_services.http, m_services.clock, *m_source, m_settings,
                                      *m_job.secrets, *request));
    connect(m_fetch.get(), &HttpPageRequest::rowsRead, this, &SourceRun::rowsRead);
    connect(m_fetch.get(), &HttpPageRequest::finished, this, &SourceRun::fetchEnded);
}

void SourceRun::rowsRead()
{
    if (m_streamed && m_fetch->waitingRows() >= StreamedBatch) {
        m_committer->commitRows(takeRows());
        if (m_committer->isFull()) {
            m_fetch->pause();
        }
    }
}

ParsedRows SourceRun::takeRows()
{
    ParsedRows rows = m_fetch->takeRows();
    for (const Event &event : rows.events) {
        m_ahead.add(event, m_fetch->answered());
    }
    for (UnreadableRow &row : rows.unreadable) {
        row.reason = m_mask.masked(row.reason); // it may quote the row
    }
    if (m_unreadableReason.isEmpty() && !rows.unreadable.empty()) {
        m_unreadableReason = rows.unreadable.front().reason;
    }
    return rows;
}

void SourceRun::roomMade()
{
    m_throttle.request();
    if (m_ending) {
        finishWhenCommitted();
    } else if (m_waitingForRoom) {
        requestPage();
    } else if (m_fetch) {
        m_fetch->resume();
    }
}

void SourceRun::commitFailed(const Error &error)
{
    if (!m_ending) {
        end(SyncReport::Status::Failed, error);
        return;
    }
    if (!m_report.error) {
        m_report.status = SyncReport::Status::Failed;
        m_report.error = error;
    }
    finishWhenCommitted();
}

void SourceRun::fetchEnded(const Result<void> &outcome)
{
    if (outcome) {
        pageRead();
    } else {
        requestFailed(outcome.error());
    }
}

void SourceRun::pageRead()
{
    const Result<PageOutcome> outcome = m_source->advance(m_settings, m_checkpoint, m_fetch->summary());
    if (!outcome) {
        requestFailed(outcome.error());
        return;
    }
    ++m_report.pages;
    ++m_pagesSinceCovered;
    m_checkpoint = outcome->checkpoint;
    m_committer->commitPage(takeRows(), m_checkpoint, outcome->covered, m_pagesSinceCovered);
    m_fetch.reset();
    m_retry = {};
    m_recoveries = 0;
    m_givenUp = 0;
    if (!outcome->covered.isEmpty()) {
        m_pagesSinceCovered = 0;
    }
    if (outcome->totalHint) {
        m_totalHint = outcome->totalHint;
    }
    qCDebug(logSync) << "source" << m_job.source.id.value << "page" << m_report.pages
                     << "finished:" << outcome->finished << "intervals covered:" << outcome->covered.size()
                     << "warnings:" << outcome->warnings.size();
    warn(outcome->warnings);
    m_throttle.request();
    if (outcome->finished) {
        end(SyncReport::Status::Ok);
    } else if (m_report.pages >= MaxPages) {
        warn({tr("Stopped after %n page(s), the limit of one sync; the next sync continues from here.",
                 nullptr, static_cast<int>(MaxPages))});
        end(SyncReport::Status::Ok);
    } else {
        requestPage();
    }
}

void SourceRun::requestFailed(const Error &error)
{
    m_fetch.reset();
    qCInfo(logSync).noquote() << "source" << m_job.source.id.value
                              << "request failed:" << errorKindName(error.kind)
                              << "status:" << error.httpStatus.value_or(0);
    if (goOn(m_source->recover(m_settings, m_checkpoint, error))) {
        return;
    }
    ++m_retry.failures;
    if (const auto delay = RetryPolicy::nextDelay(m_retry, error, m_services.random())) {
        repeatAfter(*delay, error);
    } else {
        giveUp(error);
    }
}

void SourceRun::giveUp(const Error &error)
{
    const std::optional<PageOutcome> outcome = m_source->giveUp(m_settings, m_checkpoint, error);
    const bool isLast = outcome && !outcome->finished && ++m_givenUp >= MaxGivenUp;
    if (!isLast && goOn(outcome))
        return;
    if (isLast) {
        // What was not tried comes first in the next run, so that it is read in the end.
        m_committer->commitPage({}, outcome->checkpoint, outcome->covered, m_pagesSinceCovered);
        warn(outcome->warnings);
    }
    end(SyncReport::Status::Failed, error);
}

bool SourceRun::goOn(const std::optional<PageOutcome> &outcome)
{
    if (!outcome || m_recoveries >= MaxRecoveries) {
        return false;
    }
    ++m_recoveries;
    qCInfo(logSync) << "source" << m_job.source.id.value << "goes on after the failure"
                    << "finished:" << outcome->finished << "times in a row:" << m_recoveries;
    m_retry = {};
    m_checkpoint = outcome->checkpoint;
    warn(outcome->warnings);
    if (outcome->finished || !outcome->covered.isEmpty()) {
        m_committer->commitPage({}, m_checkpoint, outcome->covered, m_pagesSinceCovered);
        m_pagesSinceCovered = 0;
    }
    if (outcome->finished) {
        end(SyncReport::Status::Ok);
    } else {
        requestPage();
    }
    return true;
}

void SourceRun::repeatAfter(std::chrono::milliseconds delay, const Error &error)
{
    const bool isPause = error.kind == ErrorKind::RateLimited && error.retryAfter;
    (isPause ? m_retry.paused : m_retry.waited) += delay;
    qCInfo(logSync) << "source" << m_job.source.id.value << "repeats the request in" << delay.count()
                    << "ms, attempt" << m_retry.failures + 1;
    const auto seconds = static_cast<int>((delay.count() + 999) / 1'000);
    setActivity(isPause ? tr("Rate limited; resuming in %n second(s)", nullptr, seconds)
                        : tr("Retrying in %n second(s): %1", "the reason follows", seconds)
                              .arg(m_mask.masked(error.message)));
    m_wait = std::make_unique<QObject>();
    m_services.scheduler.after(delay, m_wait.get(), [this] {
        m_wait.release()->deleteLater(); // the call comes through it
        ++m_report.retries;
        requestPage();
    });
}

void SourceRun::end(SyncReport::Status status, std::optional<Error> error)
{
    if (m_ending) {
        return;
    }
    m_ending = true;
    m_fetch.reset();
    m_wait.reset();
    m_report.status = status;
    if (error) {
        error->message = m_mask.masked(error->message);
    }
    m_report.error = std::move(error);
    // Later, so that finished() never comes from within a call of the owner's.
    QMetaObject::invokeMethod(this, &SourceRun::finishWhenCommitted, Qt::QueuedConnection);
}

void SourceRun::finishWhenCommitted()
{
    if (m_finishing || (m_committer && !m_committer->isIdle())) {
        return;
    }
    m_finishing = true;
    if (m_report.status == SyncReport::Status::Cancelled) {
        report();
    } else {
        recordEnd();
    }
}

void SourceRun::recordEnd()
{
    const QString error = m_report.error ? m_report.error->message : QString();
    m_services.store.finishRun(m_job.source.id, m_services.clock.now(), error, this,
                               [this](const Result<void> &recorded) {
                                   if (!recorded && m_report.status == SyncReport::Status::Ok) {
                                       m_report.status = SyncReport::Status::Failed;
                                       m_report.error = recorded.error();
                                   }
                                   report();
                               });
}

void SourceRun::report()
{
    if (m_committer) {
        m_report.counts = m_committer->counts();
    }
    if (m_report.counts.conflict > 0) {
        warn({tr(
            "%n event(s) arrived again with different content for the same ID; the first version was kept.",
            nullptr, static_cast<int>(m_report.counts.conflict))});
    }
    if (!m_ahead.isEmpty()) {
        warn({m_ahead.warning()});
    }
    if (m_report.counts.unreadable > 0) {
        warn({tr("%n event(s) could not be read and were quarantined unchanged. First error: %1", nullptr,
                 static_cast<int>(m_report.counts.unreadable))
                  .arg(visibleText(m_unreadableReason))});
    }
    logEnd();
    Q_EMIT finished(m_report);
}

void SourceRun::logEnd() const
{
    const CommitCounts &counts = m_report.counts;
    qCInfo(logSync).noquote() << "source" << m_job.source.id.value << "ended:"
                              << (m_report.error ? errorKindName(m_report.error->kind) : u"no error"_s)
                              << "requests:" << m_report.requests << "retries:" << m_report.retries
                              << "pages:" << m_report.pages << "received:" << counts.received
                              << "new:" << counts.added << "duplicate:" << counts.duplicate
                              << "quarantined:" << counts.unreadable;
}

void SourceRun::reportProgress()
{
    const CommitCounts counts = m_committer ? m_committer->counts() : CommitCounts{};
    Q_EMIT progress({.source = m_report.source,
                     .pages = m_report.pages,
                     .received = counts.received,
                     .added = counts.added,
                     .totalHint = m_totalHint,
                     .activity = m_activity});
}

void SourceRun::warn(const QStringList &warnings)
{
    for (const QString &text : warnings) {
        const QString warning = m_mask.masked(text); // it may quote the server
        if (!m_report.warnings.contains(warning)) {
            m_report.warnings.append(warning);
        }
    }
}

void SourceRun::setActivity(const QString &activity)
{
    if (m_activity != activity) {
        m_activity = activity;
        m_throttle.request();
    }
}

} // namespace Trailglass
