// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/pushtargetservice.h"

#include "models/core/canceltoken.h"
#include "models/core/lazyworkerthread.h"
#include "models/core/translation.h"
#include "models/workspace/archiveservice.h"
#include "models/workspace/pushtargets.h"

#include <QPointer>

#include <utility>

namespace Trailglass {

using namespace Qt::StringLiterals;

namespace {

Error pushStopped()
{
    return {ErrorKind::Cancelled, Trailglass::tr("Cancelled.")};
}

Error keyEndsWithProgram()
{
    return {
        ErrorKind::Usage,
        Trailglass::tr("A push after a sync needs the key of the archive also after the program was started "
                       "again. Keep it in the keychain, in a variable or in a private file.")};
}

Error pushedButNotKept(const Error &error)
{
    const QString sentence = Trailglass::tr(
        "The workspace was pushed, and is not pushed after its syncs: that could not be kept.");
    return {.kind = error.kind, .message = inSequence(sentence, error.message), .detail = error.detail};
}

} // namespace

class PushTargetService::Private
{
public:
    Private(PushTargetService *service, QString folder, SecretStore &keychain, const Clock &ofPushes,
            QString file)
        : q(service)
        , workspace(std::move(folder))
        , clock(ofPushes)
        , settingsFile(std::move(file))
        , keys(keychain)
    {
    }

    void withLocated(std::function<void(const Result<LocatedWorkspace> &located)> use);
    void later(std::function<void()> call);

    // Of add(), in this order:
    void push(const ArchiveAccess &access, const ArchiveKeyInput &key, const CancelToken &cancel,
              const Added &done);
    void keepKey(const LocatedWorkspace &located, const ArchiveAccess &access, const ArchiveKeyInput &key,
                 const PushReport &report, const Added &done);
    void keepTarget(const LocatedWorkspace &located, const PushTarget &target, const PushReport &report,
                    const Added &done) const;

    void ask(const ArchiveAccess &access, const CancelToken &cancel, const Told &done);

    PushTargetService *q;
    const QString workspace;
    const Clock &clock;
    const QString settingsFile;
    ArchiveKeys keys;
    CancelSource adding;
    CancelSource asking;
    LazyWorkerThread thread{u"push targets"_s}; // last: its work uses everything above
};

void PushTargetService::Private::withLocated(std::function<void(const Result<LocatedWorkspace> &located)> use)
{
    asking.cancel(); // a server that does not respond holds nothing up
    thread.post([this, use = std::move(use)] {
        const auto located = locateWorkspace(workspace);
        thread.postToOwner([use, located] { use(located); });
    });
}

void PushTargetService::Private::later(std::function<void()> call)
{
    QMetaObject::invokeMethod(q, std::move(call), Qt::QueuedConnection);
}

void PushTargetService::Private::push(const ArchiveAccess &access, const ArchiveKeyInput &key,
                                      const CancelToken &cancel, const Added &done)
{
    thread.post([this, access, key, cancel, done] {
        const auto progressed = [this](qint64 rows, qint64 ofRows) {
            thread.postToOwner([this, rows, ofRows] { Q_EMIT q->progress(rows, ofRows); });
        };
        const auto located = locateWorkspace(workspace);
        if (!located || cancel.isCancelled()) {
            const Error error = located ? pushStopped() : located.error();
            return thread.postToOwner([error, done] { done(error); });
        }
        const auto report = pushWorkspace(workspace, access, clock, cancel, progressed);
        thread.postToOwner([this, located = *located, access, key, report, done] {
            if (report)
                keepKey(located, access, key, *report, done);
            else
                done(report.error());
        });
    });
}

void PushTargetService::Private::keepKey(const LocatedWorkspace &located, const ArchiveAccess &access,
                                         const ArchiveKeyInput &key, const PushReport &report,
                                         const Added &done)
{
    const PushTarget target{access.place.text(), rememberedKey(key.reference)};
    if (!key.goesIntoKeychain())
        return keepTarget(located, target, report, done);
    // A keychain may wait for a person, and this object may be gone by then.
    const auto kept = [self = QPointer(q), located, target, report, done](const Result<void> &result) {
        if (!self)
            return;
        if (result)
            self->d->keepTarget(located, target, report, done);
        else
            self->d->later([error = result.error(), done] { done(pushedButNotKept(error)); });
    };
    keys.write(access.place, access.key, kept);
}

void PushTargetService::Private::keepTarget(const LocatedWorkspace &located, const PushTarget &target,
                                            const PushReport &report, const Added &done) const
{
    const Result<void> kept = keepPushTarget(located, target, settingsFile);
    if (kept)
        done(report);
    else
        done(pushedButNotKept(kept.error()));
}

void PushTargetService::Private::ask(const ArchiveAccess &access, const CancelToken &cancel, const Told &done)
{
    thread.post([this, access, cancel, done] {
        const auto time = cancel.isCancelled() ? Result<std::optional<UtcMicros>>(pushStopped())
                                               : lastPushOf(workspace, access, cancel);
        thread.postToOwner([time, done] { done(time); });
    });
}

PushTargetService::PushTargetService(QString workspace, SecretStore &keychain, const Clock &clock,
                                     QString settingsFile, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(workspace), keychain, clock, std::move(settingsFile)))
{
}

PushTargetService::~PushTargetService()
{
    d->adding.cancel();
    d->asking.cancel();
}

void PushTargetService::list(Listed done)
{
    d->withLocated([this, done = std::move(done)](const Result<LocatedWorkspace> &located) {
        if (located)
            return done(PushTargetList{pushTargetsOf(*located, d->settingsFile),
                                       movedSincePushesWereSet(*located, d->settingsFile)});
        const Error &error = located.error();
        done(error.kind == ErrorKind::NotFound ? Result<PushTargetList>(PushTargetList()) : error);
    });
}

void PushTargetService::add(const ArchivePlace &place, const ArchiveKeyInput &key, Added done)
{
    d->asking.cancel();
    const CancelToken cancel = d->adding.token();
    if (key.reference && key.reference->kind == SecretReference::Kind::Session)
        return d->later([done = std::move(done)] { done(keyEndsWithProgram()); });
    if (key.typed)
        return d->push({place, *key.typed}, key, cancel, done);
    // A keychain may wait for a person, and this object may be gone by then.
    d->keys.read(
        place, key.reference,
        [self = QPointer(this), place, key, cancel, done = std::move(done)](const Result<Secret> &found) {
            if (!self)
                return;
            if (found)
                self->d->push({place, *found}, key, cancel, done);
            else
                self->d->later([error = found.error(), done] { done(error); });
        });
}

void PushTargetService::cancelAdd()
{
    d->adding.cancel();
}

void PushTargetService::remove(const QString &archive, Removed done)
{
    d->withLocated([this, archive, done = std::move(done)](const Result<LocatedWorkspace> &located) {
        done(located ? dropPushTarget(*located, archive, d->settingsFile) : Result<bool>(located.error()));
    });
}

void PushTargetService::lastPush(const PushTarget &target, Told done)
{
    const auto place = ArchivePlace::parse(target.archive);
    const auto reference = keyReferenceOf(target);
    if (!place || !reference) {
        const Error error = place ? reference.error() : place.error();
        return d->later([error, done = std::move(done)] { done(error); });
    }
    d->keys.read(*place, *reference,
                 [self = QPointer(this), place = *place, cancel = d->asking.token(),
                  done = std::move(done)](const Result<Secret> &found) {
                     if (!self)
                         return;
                     if (found)
                         self->d->ask({place, *found}, cancel, done);
                     else
                         self->d->later([error = found.error(), done] { done(error); });
                 });
}

} // namespace Trailglass

#include "moc_pushtargetservice.cpp"
