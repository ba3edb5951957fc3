// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/sourcerun.h"

#include "models/core/countargument.h"
#include "models/core/logging.h"
#include "models/core/text.h"
#include "models/store/storethread.h"
#include "models/sync/quarantine.h"
#include "models/sync/redaction.h"
#include "models/sync/rowbatch.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

SourceRun::SourceRun(SyncServices services, SyncJob job)
    : m_services(std::move(services))
    , m_job(std::move(job))
    , m_source(findSource(m_job.source.type))
    , m_wait(m_services.scheduler)
    , m_throttle(m_services.scheduler)
    , m_recorder(m_services.store, m_services.clock)
{
    m_report.source = m_job.source.name;
    m_report.vendor = m_job.source.type;
    // Queued, because a receiver may call cancel() and these functions are not re-entrant.
    connect(&m_throttle, &Throttle::due, this, &SourceRun::reportProgress, Qt::QueuedConnection);
}

SourceRun::~SourceRun() = default;

void SourceRun::start()
{
    QMetaObject::invokeMethod(this, &SourceRun::begin, Qt::QueuedConnection);
}

void SourceRun::begin()
{
    if (!m_ending) {
        m_recorder.begin(m_job.source.id, m_job.full ? RunKind::FullSync : RunKind::Sync,
                         [this](const Result<void> &noted) { begun(noted); });
    }
}

void SourceRun::begun(const Result<void> &noted)
{
    if (m_ending) {
        finishWhenCommitted();
        return;
    }
    const Result<void> prepared = noted ? prepare() : noted;
    if (prepared) {
        requestPage();
    } else {
        end(SyncReport::Status::Failed, prepared.error());
    }
}

Result<void> SourceRun::prepare()
{
    if (!m_source) {
        return Error{.kind = ErrorKind::Usage,
                     .message = tr("This version does not support sources of type %1. Update Trailglass.")
                                    .arg(m_job.source.type)};
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
    m_requests = std::make_unique<PageRequests>(m_services.http, m_services.clock, *m_source, m_settings,
                                                *m_job.secrets);
    connect(m_requests.get(), &PageRequests::rowsRead, this, &SourceRun::rowsRead);
    connect(m_requests.get(), &PageRequests::finished, this, &SourceRun::fetchEnded);
    return {};
}

void SourceRun::cancel()
{
    // A run that is ending is recorded with the pages it has read: they are stored.
    if (m_committer && !m_ending) {
        m_committer->dropWaiting();
    }
    end(SyncReport::Status::Cancelled);
}

void SourceRun::requestPage(const std::optional<Error> &limit)
{
    if (limit)
        return requestFailed(*limit);
    m_waitingForRoom = m_committer->isFull();
    if (m_waitingForRoom) {
        setActivity(tr("Storing"));
        return;
    }
    const Result<PageRequest> request = m_requests->send(m_checkpoint, m_aheadPages);
    if (!request) {
        end(SyncReport::Status::Failed, request.error());
        return;
    }
    setActivity(tr("Reading"));
    m_streamed = request->streamed;
    m_committer->setPlace(pagePlace(m_report.pages + 1, request->window));
}

void SourceRun::rowsRead()
{
    const HttpPageRequest &request = *m_requests->current();
    if (m_streamed && isFullBatch(request.waitingRows(), request.waitingBytes())) {
        m_committer->commitRows(takeRows());
        if (m_committer->isFull()) {
            m_requests->current()->pause();
        }
    }
}

ParsedRows SourceRun::takeRows()
{
    ParsedRows rows = m_requests->current()->takeRows();
    for (const Event &event : rows.events) {
        m_ahead.add(event, m_requests->current()->answered());
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
    } else if (m_requests->current()) {
        m_requests->current()->resume();
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
    const Result<PageOutcome> outcome =
        m_source->advance(m_settings, m_checkpoint, m_requests->current()->summary());
    if (!outcome) {
        requestFailed(outcome.error());
        return;
    }
    ++m_report.pages;
    ++m_pagesSinceCovered;
    m_checkpoint = outcome->checkpoint;
    m_committer->commitPage(takeRows(), m_checkpoint, outcome->covered, m_pagesSinceCovered);
    m_requests->dropCurrent();
    // What is dropped may have met a limit of the rate: it is waited for as if it had come to its turn.
    const std::optional<Error> limit = outcome->isSteady ? std::nullopt : m_requests->dropAhead();
    m_aheadPages = m_isRateLimited ? QList<Checkpoint>() : outcome->ahead;
    m_retry = {};
    m_recoveries = 0;
    m_givenUp = 0;
    if (!outcome->covered.isEmpty())
        m_pagesSinceCovered = 0;
    if (outcome->totalHint)
        m_totalHint = outcome->totalHint;
    qCDebug(logSync) << "source" << m_job.source.id.value << "page" << m_report.pages
                     << "finished:" << outcome->finished << "intervals covered:" << outcome->covered.size()
                     << "warnings:" << outcome->warnings.size();
    warn(outcome->warnings);
    m_throttle.request();
    m_report.leavesGap = outcome->leavesGap;
    if (outcome->finished) {
        end(SyncReport::Status::Ok);
    } else if (m_report.pages >= m_services.maxPages) {
        m_report.leavesGap = true;
        warn({tr("Stopped after %Ln page(s), the limit of one sync; the next sync continues from here.",
                 nullptr, countArgument(m_services.maxPages))});
        end(SyncReport::Status::Ok);
    } else {
        requestPage(limit);
    }
}

void SourceRun::end(SyncReport::Status status, std::optional<Error> error)
{
    if (m_ending) {
        return;
    }
    m_ending = true;
    if (m_requests) {
        m_requests->dropAll();
    }
    m_wait.stop();
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
    if (m_finishing || m_recorder.isBeginning() || (m_committer && !m_committer->isIdle())) {
        return;
    }
    m_finishing = true;
    conclude();
    m_recorder.finish(m_report, [this](const Result<void> &recorded) { report(recorded); });
}

void SourceRun::report(const Result<void> &recorded)
{
    if (!recorded && m_report.status == SyncReport::Status::Ok) {
        m_report.status = SyncReport::Status::Failed;
        m_report.error = recorded.error();
    }
    qCInfo(logSync).noquote() << "source" << m_job.source.id.value << "ended:" << m_report;
    Q_EMIT finished(m_report);
}

void SourceRun::conclude()
{
    m_report.waited = m_wait.total();
    if (m_committer) {
        m_report.counts = m_committer->counts();
    }
    if (m_report.counts.conflict > 0) {
        warn({conflictWarning(m_report.counts.conflict)});
    }
    if (!m_ahead.isEmpty()) {
        warn({m_ahead.warning()});
    }
    if (m_requests) {
        m_report.requests = m_requests->count();
        m_report.bytes = m_requests->bytes();
        if (m_requests->clocks().isLarge())
            warn({m_requests->clocks().warning(m_source->type().displayName)});
    }
    if (m_report.counts.unreadable > 0) {
        warn({tr("%Ln event(s) could not be read and were quarantined unchanged. First error: %1", nullptr,
                 countArgument(m_report.counts.unreadable))
                  .arg(visibleText(m_unreadableReason))});
    }
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

#include "moc_sourcerun.cpp"
