// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/syncrunner.h"

#include "models/core/result.h"
#include "models/core/workerthread.h"
#include "models/query/index/savedindex.h"
#include "models/sync/httpclient.h"
#include "models/sync/syncengine.h"
#include "models/sync/timerscheduler.h"
#include "models/workspace/secretlookup.h"
#include "models/workspace/syncpreparation.h"

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
struct Wanted
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
    void prepared(const Result<Wanted> &wanted);
    void lookUp(const Wanted &wanted);
    void runWith(const Secrets &secrets);
    void ended(const QList<SyncReport> &reports);
    void setRunning(bool nowRunning);

    // On the sync thread:
    Result<Wanted> prepare(const QStringList &names);
    void startEngine(const Secrets &secrets, bool cancelled);

    SyncRunner *q;
    const QString workspace;
    const SecretPlaces places;
    const Clock &clock;
    bool running = false;
    bool cancelled = false;
    bool lookingUp = false; ///< the credentials are awaited
    std::unique_ptr<SecretLookup> lookup; ///< the last one; its callback is not the place to destroy it
    CancelSource saving; ///< of the index, at the end of a run
    std::unique_ptr<Run> run; ///< only touched on the sync thread
    WorkerThread thread; // last: its work uses everything above
};

Result<Wanted> SyncRunner::Private::prepare(const QStringList &names)
{
    TRY(auto preparation, prepareSync(workspace, names));
    Wanted wanted{preparation.identity, {}, {}};
    for (const SyncJob &job : std::as_const(preparation.jobs))
        wanted.sources.append(job.source);
    TRY(const auto unapproved, SecretLookup::unapproved(places.approvals, wanted.identity, wanted.sources));
    wanted.unapproved = unapproved;
    if (!unapproved.isEmpty())
        return wanted; // the lock goes with the preparation: a question may stay open for long
    run = std::make_unique<Run>(std::move(preparation), clock);
    return wanted;
}

void SyncRunner::Private::prepared(const Result<Wanted> &wanted)
{
    if (!wanted) {
        setRunning(false);
        Q_EMIT q->failed(wanted.error());
    } else if (!wanted->unapproved.isEmpty()) {
        setRunning(false);
        Q_EMIT q->approvalWanted(wanted->unapproved);
    } else if (cancelled) {
        runWith({});
    } else {
        lookUp(*wanted);
    }
}

void SyncRunner::Private::lookUp(const Wanted &wanted)
{
    lookingUp = true;
    lookup = std::make_unique<SecretLookup>(places);
    lookup->read(wanted.identity, wanted.sources, [this](const Secrets &secrets) {
        lookingUp = false;
        runWith(secrets);
    });
}

void SyncRunner::Private::runWith(const Secrets &secrets)
{
    thread.post([this, secrets, cancelledBefore = cancelled] { startEngine(secrets, cancelledBefore); });
}

/// \param cancelled  before anything was asked of a server: every source is reported as cancelled
void SyncRunner::Private::startEngine(const Secrets &secrets, bool cancelledBefore)
{
    SyncEngine &engine = run->engine;
    QObject::connect(&engine, &SyncEngine::progress, thread.context(), [this](const SyncProgress &progress) {
        thread.answer([this, progress] { Q_EMIT q->progress(progress); });
    });
    QObject::connect(&engine, &SyncEngine::sourceFinished, thread.context(),
                     [this](const SyncReport &report) {
                         thread.answer([this, report] { Q_EMIT q->sourceFinished(report); });
                     });
    QObject::connect(&engine, &SyncEngine::finished, thread.context(), [this](const auto &reports) {
        // Posted, as the engine is on the stack here. Told last, when everything is free for the next run.
        thread.post([this, reports] {
            // A cache: what cannot be saved is made anew when the workspace is opened next.
            (void)saveIndex(workspace, saving.token());
            run.reset();
            thread.answer([this, reports] { ended(reports); });
        });
    });
    QList<SyncJob> jobs = std::exchange(run->preparation.jobs, {});
    for (std::size_t i = 0; i < secrets.size(); ++i)
        jobs[static_cast<qsizetype>(i)].secrets = secrets[i];
    engine.start(jobs);
    if (cancelledBefore)
        engine.cancel();
}

void SyncRunner::Private::ended(const QList<SyncReport> &reports)
{
    setRunning(false);
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

void SyncRunner::start(const QStringList &names)
{
    Q_ASSERT(!d->running);
    d->cancelled = false;
    d->setRunning(true);
    d->thread.post([this, names] {
        const auto wanted = d->prepare(names);
        d->thread.answer([this, wanted] { d->prepared(wanted); });
    });
}

void SyncRunner::cancel()
{
    if (!d->running || d->cancelled)
        return;
    d->cancelled = true;
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

} // namespace Trailglass
