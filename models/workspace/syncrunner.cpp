// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/syncrunner.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/workerthread.h"
#include "models/store/workspace.h"
#include "models/workspace/checkpointservice.h"
#include "models/workspace/secretlookup.h"
#include "models/workspace/synccheckpoints.h"
#include "models/workspace/syncsession.h"

#include <QSemaphore>
#include <QSet>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

/// A start() as the main thread has it, until its last signal.
struct StartedSync
{
    SyncRequest request;
    CancelToken blocking; ///< of SyncRunner::Private::blocking
    QString identity = {}; ///< of the workspace, once it is prepared
    std::optional<QSet<QString>> open = {}; ///< sources that have not ended; nothing until it is prepared
    std::unique_ptr<SecretLookup> lookup = {}; ///< its callback is not the place to destroy it
    bool isLookingUp = false; ///< the credentials are awaited
    bool isCancelled = false;
};

bool holds(const StartedSync &sync, const QString &source)
{
    const QStringList &names = sync.request.names;
    return sync.open ? sync.open->contains(source) : names.isEmpty() || names.contains(source);
}

/// \param folder  that the workspace was in when its checkpoints were set
Error movedSinceCheckpointsWereSet(const QString &folder)
{
    return {.kind = ErrorKind::Usage,
            .message = SyncRunner::tr("This workspace was in %1 when its checkpoints after syncs were set. "
                                      "To have them here, set them again: “Checkpoints and key…” in the "
                                      "window, or “trailglass-cli checkpoint after-sync on”.")
                           .arg(visibleText(folder))};
}

} // namespace

class SyncRunner::Private
{
public:
    using Secrets = SyncSession::Secrets;

    Private(SyncRunner *runner, const QString &folder, SecretPlaces secretPlaces, const Clock &machineClock);
    ~Private();

    // In the GUI thread, in this order:
    void start(const SyncRequest &request);
    void prepared(quint64 number, const Result<PreparedSync> &result);
    void lookUp(quint64 number, const PreparedSync &prepared);
    void runWith(quint64 number, const Secrets &secrets);
    void sourceEnded(quint64 number, const SyncReport &report);
    void ended(quint64 number, const QList<SyncReport> &reports, const QString &indexWarning);
    void writeCheckpoint(quint64 number, const QString &witnessFile, const std::function<void()> &then);
    void tellCheckpoint(const Result<WrittenCheckpoint> &written);
    void finish(quint64 number, const QList<SyncReport> &reports, const QString &indexWarning);
    [[nodiscard]] SyncRequest take(quint64 number);
    void cancel();

    // On the sync thread:
    void open();

    SyncRunner *q;
    const QString workspace;
    const SecretPlaces places;
    const Clock &clock;
    CheckpointsOf checkpointsOf; ///< empty: nobody wants any
    std::unique_ptr<CheckpointService> checkpoints; ///< with the first one
    std::map<quint64, StartedSync> started; ///< by number, in the order of start()
    quint64 lastNumber = 0;
    /// Of what the sync thread does in one go: the copying before an upgrade of the workspace, at the start of the first
    /// sync, and the saving of the index, at the end of the last one that is on.
    CancelSource blocking;
    std::unique_ptr<SyncSession> session; ///< only touched on the sync thread
    WorkerThread thread; // last: its work uses everything above
};

SyncRunner::Private::Private(SyncRunner *runner, const QString &folder, SecretPlaces secretPlaces,
                             const Clock &machineClock)
    : q(runner)
    , workspace(folder)
    , places(secretPlaces)
    , clock(machineClock)
    , thread(u"sync"_s)
{
    thread.post([this] { open(); });
}

SyncRunner::Private::~Private()
{
    started.clear(); // with the lookups, whose credentials nobody takes any more
    checkpoints.reset();
    blocking.cancel();
    // On the owner's thread, what is on could not end while this waits for it: it stops as if it were killed.
    if (thread.hasThread()) {
        QSemaphore allEnded;
        thread.post([this, &allEnded] { session->end([&allEnded] { allEnded.release(); }); });
        allEnded.acquire();
    }
    thread.end([this] { session.reset(); });
}

/// On the sync thread; what the session says goes to the GUI thread.
void SyncRunner::Private::open()
{
    session = std::make_unique<SyncSession>(workspace, places.approvals, clock);
    const SyncSession *const opened = session.get();
    QObject::connect(opened, &SyncSession::progress, thread.context(), [this](const SyncProgress &progress) {
        thread.postToOwner([this, progress] { Q_EMIT q->progress(progress); });
    });
    QObject::connect(opened, &SyncSession::sourceFinished, thread.context(),
                     [this](quint64 number, const SyncReport &report) {
                         thread.postToOwner([this, number, report] { sourceEnded(number, report); });
                     });
    QObject::connect(opened, &SyncSession::finished, thread.context(),
                     [this](quint64 number, const QList<SyncReport> &reports, const QString &indexWarning) {
                         thread.postToOwner(
                             [this, number, reports, indexWarning] { ended(number, reports, indexWarning); });
                     });
}

void SyncRunner::Private::start(const SyncRequest &request)
{
    const quint64 number = ++lastNumber;
    const CancelToken cancel = blocking.token();
    started.emplace(number, StartedSync{.request = request, .blocking = cancel});
    if (started.size() == 1)
        Q_EMIT q->runningChanged(true);
    Q_EMIT q->begun(request);
    thread.post([this, number, request, cancel] {
        const auto result = session->prepare(number, request, cancel);
        thread.postToOwner([this, number, result] { prepared(number, result); });
    });
}

void SyncRunner::Private::prepared(quint64 number, const Result<PreparedSync> &result)
{
    StartedSync &sync = started.at(number);
    if (!result) {
        const SyncRequest request = take(number);
        Q_EMIT q->failed(result.error(), request);
    } else if (!result->unapproved.isEmpty()) {
        const bool wasCancelled = sync.isCancelled;
        const SyncRequest request = take(number);
        if (wasCancelled)
            Q_EMIT q->failed({ErrorKind::Cancelled, SyncRunner::tr("Cancelled.")}, request);
        else
            Q_EMIT q->approvalRequired(result->unapproved, request);
    } else {
        sync.identity = result->identity;
        sync.open.emplace();
        for (const SourceRecord &source : result->sources)
            sync.open->insert(source.name);
        if (sync.isCancelled)
            runWith(number, {});
        else
            lookUp(number, *result);
    }
}

void SyncRunner::Private::lookUp(quint64 number, const PreparedSync &prepared)
{
    StartedSync &sync = started.at(number);
    sync.isLookingUp = true;
    sync.lookup = std::make_unique<SecretLookup>(places);
    const Attendance attendance = sync.request.isUnattended ? Attendance::Unattended : Attendance::Attended;
    sync.lookup->read(prepared.identity, prepared.sources, attendance,
                      [this, number](const Secrets &secrets) {
                          started.at(number).isLookingUp = false;
                          runWith(number, secrets);
                      });
}

void SyncRunner::Private::runWith(quint64 number, const Secrets &secrets)
{
    const StartedSync &sync = started.at(number);
    thread.post([this, number, secrets, isCancelled = sync.isCancelled, indexSaving = sync.blocking] {
        session->start(number, secrets, isCancelled, indexSaving);
    });
}

void SyncRunner::Private::sourceEnded(quint64 number, const SyncReport &report)
{
    started.at(number).open->remove(report.source);
    Q_EMIT q->sourceFinished(report);
}

void SyncRunner::Private::ended(quint64 number, const QList<SyncReport> &reports, const QString &indexWarning)
{
    const StartedSync &sync = started.at(number);
    const bool isWanted = checkpointsOf && !sync.isCancelled && !reports.isEmpty();
    const CheckpointSettings stored = isWanted ? checkpointsOf(sync.identity) : CheckpointSettings();
    const QString folder = WorkspacePaths::of(workspace).canonicalFolder();
    // A copy is not signed, nor does anything of it get into the witness file: others may have changed it.
    const CheckpointSettings settings = checkpointsIn(stored, folder);
    if (stored.afterSync && stored.folder != folder && !wasSetElsewhere(stored, folder))
        tellCheckpoint(movedSinceCheckpointsWereSet(stored.folder));
    if (!settings.afterSync)
        return finish(number, reports, indexWarning);
    writeCheckpoint(number, settings.witnessFile,
                    [this, number, reports, indexWarning] { finish(number, reports, indexWarning); });
}

void SyncRunner::Private::writeCheckpoint(quint64 number, const QString &witnessFile,
                                          const std::function<void()> &then)
{
    if (!checkpoints)
        checkpoints = std::make_unique<CheckpointService>(workspace, places, clock);
    const bool isUnattended = started.at(number).request.isUnattended;
    const CheckpointRequest request{
        .key = {.attendance = isUnattended ? Attendance::Unattended : Attendance::Attended,
                .isAutomatic = true},
        .use = {.witnessFile = witnessFile, .onlyOfChanges = true}};
    checkpoints->write(request, [this, then](const Result<WrittenCheckpoint> &written) {
        tellCheckpoint(written);
        then();
    });
}

void SyncRunner::Private::tellCheckpoint(const Result<WrittenCheckpoint> &written)
{
    if (!written) {
        if (written.error().kind != ErrorKind::Cancelled)
            Q_EMIT q->checkpointFailed(written.error());
    } else if (written->isNew) {
        Q_EMIT q->checkpointWritten(*written);
    }
}

void SyncRunner::Private::finish(quint64 number, const QList<SyncReport> &reports,
                                 const QString &indexWarning)
{
    const SyncRequest request = take(number);
    if (!indexWarning.isEmpty())
        Q_EMIT q->indexNotSaved(indexWarning);
    Q_EMIT q->finished(reports, request);
}

/// It is over, but for its last signal.
SyncRequest SyncRunner::Private::take(quint64 number)
{
    const auto taken = started.extract(number);
    if (started.empty())
        Q_EMIT q->runningChanged(false);
    return taken.mapped().request;
}

void SyncRunner::Private::cancel()
{
    if (started.empty())
        return;
    blocking.cancel(); // also the saving that one which was cancelled before has come to
    for (auto &[number, sync] : started) {
        if (std::exchange(sync.isCancelled, true) || !std::exchange(sync.isLookingUp, false))
            continue;
        // The keychain may be waiting for a person; the sync does not.
        sync.lookup.reset();
        runWith(number, {});
    }
    if (checkpoints)
        checkpoints->cancel();
    thread.post([this] { session->cancel(); });
}

SyncRunner::SyncRunner(const QString &workspace, SecretPlaces places, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, workspace, places, clock))
{
}

SyncRunner::~SyncRunner() = default;

void SyncRunner::setCheckpoints(CheckpointsOf settings)
{
    d->checkpointsOf = std::move(settings);
}

void SyncRunner::start(const SyncRequest &request)
{
    d->start(request);
}

void SyncRunner::cancel()
{
    d->cancel();
}

bool SyncRunner::isRunning() const
{
    return !d->started.empty();
}

bool SyncRunner::isSyncing(const QString &source) const
{
    return std::ranges::any_of(d->started,
                               [&source](const auto &sync) { return holds(sync.second, source); });
}

} // namespace Trailglass

#include "moc_syncrunner.cpp"
