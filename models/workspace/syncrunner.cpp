// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/syncrunner.h"

#include "models/core/result.h"
#include "models/core/workerthread.h"
#include "models/network/httpclient.h"
#include "models/network/timerscheduler.h"
#include "models/sync/syncengine.h"
#include "models/workspace/indexsaving.h"
#include "models/workspace/secretlookup.h"
#include "models/workspace/syncpreparation.h"

#include <vector>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

/// One run as the sync thread has it: made, used and destroyed there.
struct Run
{
    Run(SyncPreparation prepared, const Clock &clock)
        : preparation(std::move(prepared))
        , http(scheduler)
        , engine({http, *preparation.store, scheduler, clock, systemRandom()})
    {
    }

    SyncPreparation preparation;
    TimerScheduler scheduler;
    HttpClient http;
    SyncEngine engine;
};

/// What the GUI thread needs of a SyncPreparation to look up the secrets.
struct PreparedRun
{
    QString identity;
    QList<SourceRecord> sources;
    QList<ReferenceUse> unapproved; ///< not empty: nothing is started
};

} // namespace

class SyncRunner::Private
{
public:
    using Secrets = std::vector<Result<BoundSecrets>>;

    Private(SyncRunner *runner, QString folder, SecretPlaces secretPlaces, const Clock &machineClock)
        : q(runner)
        , workspace(std::move(folder))
        , places(secretPlaces)
        , clock(machineClock)
        , thread(u"sync"_s)
    {
    }
    ~Private()
    {
        saving.cancel();
        // Everything of a run lives on the sync thread and goes there; the store finishes what it was given.
        thread.end([this] { run.reset(); });
    }

    // In the GUI thread, in this order:
    void prepared(const Result<PreparedRun> &result);
    void lookUp(const PreparedRun &prepared);
    void runWith(const Secrets &secrets);
    void ended(const QList<SyncReport> &reports, const QString &indexWarning);
    void setRunning(bool nowRunning);

    // On the sync thread:
    Result<PreparedRun> prepare(const SyncRequest &request);
    void startEngine(const Secrets &secrets, bool cancelledBefore, const CancelToken &indexSaving);

    SyncRunner *q;
    const QString workspace;
    const SecretPlaces places;
    const Clock &clock;
    SyncRequest lastRequest;
    bool running = false;
    bool cancelled = false;
    bool lookingUp = false; ///< the credentials are awaited
    std::unique_ptr<SecretLookup> lookup; ///< the last one; its callback is not the place to destroy it
    CancelSource saving; ///< of the index, at the end of a run
    CancelToken savingToken; ///< of the run that was started last
    std::unique_ptr<Run> run; ///< only touched on the sync thread
    WorkerThread thread; // last: its work uses everything above
};

Result<PreparedRun> SyncRunner::Private::prepare(const SyncRequest &request)
{
    TRY(auto preparation, prepareSync(workspace, request));
    PreparedRun prepared{preparation.identity, {}, {}};
    for (const SyncJob &job : std::as_const(preparation.jobs))
        prepared.sources.append(job.source);
    if (!request.isUnattended) {
        TRY(prepared.unapproved,
            SecretLookup::unapproved(places.approvals, prepared.identity, prepared.sources));
    }
    if (!prepared.unapproved.isEmpty())
        return prepared; // the lock goes with the preparation: a question may stay open for long
    run = std::make_unique<Run>(std::move(preparation), clock);
    return prepared;
}

void SyncRunner::Private::prepared(const Result<PreparedRun> &result)
{
    if (!result) {
        setRunning(false);
        Q_EMIT q->failed(result.error());
    } else if (!result->unapproved.isEmpty()) {
        setRunning(false);
        if (cancelled)
            Q_EMIT q->failed({ErrorKind::Cancelled, SyncRunner::tr("Cancelled.")});
        else
            Q_EMIT q->approvalRequired(result->unapproved);
    } else if (cancelled) {
        runWith({});
    } else {
        lookUp(*result);
    }
}

void SyncRunner::Private::lookUp(const PreparedRun &prepared)
{
    lookingUp = true;
    lookup = std::make_unique<SecretLookup>(places);
    lookup->read(prepared.identity, prepared.sources, [this](const Secrets &secrets) {
        lookingUp = false;
        runWith(secrets);
    });
}

void SyncRunner::Private::runWith(const Secrets &secrets)
{
    thread.post([this, secrets, cancelledBefore = cancelled, indexSaving = savingToken] {
        startEngine(secrets, cancelledBefore, indexSaving);
    });
}

/// \param cancelledBefore  before any request was sent: every source is reported as cancelled
void SyncRunner::Private::startEngine(const Secrets &secrets, bool cancelledBefore,
                                      const CancelToken &indexSaving)
{
    SyncEngine &engine = run->engine;
    QObject::connect(&engine, &SyncEngine::progress, thread.context(), [this](const SyncProgress &progress) {
        thread.postToOwner([this, progress] { Q_EMIT q->progress(progress); });
    });
    QObject::connect(&engine, &SyncEngine::sourceFinished, thread.context(),
                     [this](const SyncReport &report) {
                         thread.postToOwner([this, report] { Q_EMIT q->sourceFinished(report); });
                     });
    QObject::connect(&engine, &SyncEngine::finished, thread.context(),
                     [this, indexSaving](const auto &reports) {
                         // Posted, as the engine is on the stack here. Reported last, when the next run can start.
                         thread.post([this, reports, indexSaving] {
                             const QString warning = saveIndexWarning(workspace, indexSaving);
                             run.reset();
                             thread.postToOwner([this, reports, warning] { ended(reports, warning); });
                         });
                     });
    QList<SyncJob> jobs = std::exchange(run->preparation.jobs, {});
    for (std::size_t i = 0; i < secrets.size(); ++i)
        jobs[static_cast<qsizetype>(i)].secrets = secrets[i];
    engine.start(jobs);
    if (cancelledBefore)
        engine.cancel();
}

void SyncRunner::Private::ended(const QList<SyncReport> &reports, const QString &indexWarning)
{
    setRunning(false);
    if (!indexWarning.isEmpty())
        Q_EMIT q->indexNotSaved(indexWarning);
    Q_EMIT q->finished(reports);
}

void SyncRunner::Private::setRunning(bool nowRunning)
{
    running = nowRunning;
    Q_EMIT q->runningChanged(running);
}

SyncRunner::SyncRunner(QString workspace, SecretPlaces places, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(workspace), places, clock))
{
}

SyncRunner::~SyncRunner() = default;

void SyncRunner::start(const SyncRequest &request)
{
    Q_ASSERT(!d->running);
    d->lastRequest = request;
    d->cancelled = false;
    d->savingToken = d->saving.token();
    d->setRunning(true);
    d->thread.post([this, request] {
        const auto prepared = d->prepare(request);
        d->thread.postToOwner([this, prepared] { d->prepared(prepared); });
    });
}

void SyncRunner::cancel()
{
    if (!d->running)
        return;
    d->saving.cancel(); // also the saving that a run cancelled before has come to
    if (std::exchange(d->cancelled, true))
        return;
    if (d->lookingUp) {
        // The keychain may be waiting for a person; the run does not.
        d->lookingUp = false;
        d->lookup.reset();
        d->runWith({});
        return;
    }
    d->thread.post([this] {
        if (d->run)
            d->run->engine.cancel();
    });
}

bool SyncRunner::isRunning() const
{
    return d->running;
}

const SyncRequest &SyncRunner::request() const
{
    return d->lastRequest;
}

} // namespace Trailglass

#include "moc_syncrunner.cpp"
