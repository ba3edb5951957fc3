// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/syncsession.h"

#include "models/core/result.h"
#include "models/network/httpclient.h"
#include "models/network/timerscheduler.h"
#include "models/sync/syncengine.h"
#include "models/workspace/indexsaving.h"
#include "models/workspace/secretlookup.h"

#include <map>
#include <optional>
#include <utility>

namespace Trailglass {

/// One sync.
struct SyncSession::Sync
{
    QList<SyncJob> jobs; ///< until it is started
    QStringList open; ///< names of the sources that have not ended
    std::unique_ptr<SyncEngine> engine = {}; ///< once it is started
};

/// What all have in common.
struct SyncSession::Shared
{
    explicit Shared(SyncPreparation prepared)
        : preparation(std::move(prepared))
        , http(scheduler)
    {
    }

    SyncPreparation preparation; ///< of the first one, without its jobs
    TimerScheduler scheduler;
    HttpClient http;
    std::map<quint64, Sync> syncs; // last: their engines use everything above
};

SyncSession::SyncSession(QString workspace, const ReferenceApprovals &approvals, const Clock &clock)
    : m_workspace(std::move(workspace))
    , m_approvals(approvals)
    , m_clock(clock)
{
}

SyncSession::~SyncSession() = default;

Result<PreparedSync> SyncSession::prepare(quint64 number, const SyncRequest &request,
                                          const CancelToken &cancel)
{
    std::optional<SyncPreparation> first;
    QList<SyncJob> jobs;
    if (m_shared) {
        TRY(jobs, furtherJobs(m_workspace, request, m_shared->preparation.identity, beingSynced()));
    } else {
        TRY(first, prepareSync(m_workspace, request, cancel));
        jobs = std::exchange(first->jobs, {});
    }
    PreparedSync prepared{.identity = first ? first->identity : m_shared->preparation.identity,
                          .sources = {}};
    Sync sync{.jobs = jobs, .open = {}};
    for (const SyncJob &job : std::as_const(jobs)) {
        prepared.sources.append(job.source);
        sync.open.append(job.source.name);
    }
    if (!request.isUnattended) {
        TRY(prepared.unapproved, SecretLookup::unapproved(m_approvals, prepared.identity, prepared.sources));
    }
    if (!prepared.unapproved.isEmpty())
        return prepared; // the lock goes with the preparation: a question may stay open for long
    if (first)
        m_shared = std::make_unique<Shared>(*std::move(first));
    m_shared->syncs.emplace(number, std::move(sync));
    return prepared;
}

QStringList SyncSession::beingSynced() const
{
    QStringList names;
    for (const auto &[number, sync] : m_shared->syncs)
        names += sync.open;
    return names;
}

void SyncSession::start(quint64 number, const Secrets &secrets, bool isCancelled,
                        const CancelToken &indexSaving)
{
    Sync &sync = m_shared->syncs.at(number);
    sync.engine = std::make_unique<SyncEngine>(SyncServices{m_shared->http, *m_shared->preparation.store,
                                                            m_shared->scheduler, m_clock, systemRandom()});
    connect(sync.engine.get(), &SyncEngine::progress, this, &SyncSession::progress);
    connect(sync.engine.get(), &SyncEngine::sourceFinished, this,
            [this, number, &sync](const SyncReport &report) {
                sync.open.removeOne(report.source);
                Q_EMIT sourceFinished(number, report);
            });
    // Queued, as the engine is on the stack there.
    connect(
        sync.engine.get(), &SyncEngine::finished, this,
        [this, number, indexSaving](const QList<SyncReport> &reports) {
            ended(number, reports, indexSaving);
        },
        Qt::QueuedConnection);
    QList<SyncJob> jobs = std::exchange(sync.jobs, {});
    for (std::size_t i = 0; i < secrets.size(); ++i)
        jobs[static_cast<qsizetype>(i)].secrets = secrets[i];
    sync.engine->start(jobs);
    if (isCancelled)
        sync.engine->cancel();
}

/// The last one is reported when the next first one can be prepared.
void SyncSession::ended(quint64 number, const QList<SyncReport> &reports, const CancelToken &indexSaving)
{
    m_shared->syncs.erase(number);
    QString indexWarning;
    if (m_shared->syncs.empty()) {
        indexWarning = saveIndexWarning(m_workspace, indexSaving);
        m_shared.reset();
    }
    Q_EMIT finished(number, reports, indexWarning);
    if (m_whenEnded && !m_shared)
        std::exchange(m_whenEnded, {})();
}

void SyncSession::cancel()
{
    if (!m_shared)
        return;
    m_shared->preparation.store->leavePurges(); // the ends of the runs would wait for one
    for (const auto &[number, sync] : m_shared->syncs) {
        if (sync.engine)
            sync.engine->cancel();
    }
}

void SyncSession::end(std::function<void()> done)
{
    if (m_shared) {
        // No run of these has begun.
        std::erase_if(m_shared->syncs, [](const auto &sync) { return !sync.second.engine; });
        if (m_shared->syncs.empty())
            m_shared.reset();
    }
    if (!m_shared)
        return done();
    m_whenEnded = std::move(done);
    cancel();
}

} // namespace Trailglass

#include "moc_syncsession.cpp"
