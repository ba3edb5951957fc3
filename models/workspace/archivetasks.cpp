// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/archivetasks.h"

#include "models/core/canceltoken.h"
#include "models/core/lazyworkerthread.h"
#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/workspace/knownarchive.h"
#include "models/workspace/pushtargets.h"

#include <QPointer>

#include <utility>

namespace Trailglass {

using namespace Qt::StringLiterals;

namespace {

Error taskCancelled()
{
    return {ErrorKind::Cancelled, Trailglass::tr("Cancelled.")};
}

/// What the thread finds out for ArchiveStatus.
struct SeenArchive
{
    ArchiveOverview overview;
    std::optional<LocatedWorkspace> workspace = {}; ///< that may be pushed into it
};

} // namespace

class ArchiveTasks::Private
{
public:
    template <class Value>
    using Work = std::function<Result<Value>(const ArchiveAccess &access, const CancelToken &cancel)>;
    template <class Value>
    using Done = std::function<void(const Result<Value> &result)>;

    Private(ArchiveTasks *tasks, std::optional<QString> folder, SecretStore &keychain, const Clock &ofTasks,
            QString file)
        : q(tasks)
        , workspace(std::move(folder))
        , clock(ofTasks)
        , settingsFile(std::move(file))
        , keys(keychain)
    {
    }

    template <class Value>
    void begin(const ArchivePlace &place, const ArchiveKeyInput &key, const Work<Value> &work,
               const Done<Value> &done);
    template <class Value>
    void workOn(const ArchiveAccess &access, const ArchiveKeyInput &key, const CancelToken &cancel,
                const Work<Value> &work, const Done<Value> &done);
    void keepKey(const ArchiveAccess &access, const std::function<void()> &then);

    ArchiveTasks *q;
    const std::optional<QString> workspace;
    const Clock &clock;
    const QString settingsFile;
    ArchiveKeys keys;
    CancelSource cancelling;
    LazyWorkerThread thread{u"archive tasks"_s}; // last: its work uses everything above
};

template <class Value>
void ArchiveTasks::Private::begin(const ArchivePlace &place, const ArchiveKeyInput &key,
                                  const Work<Value> &work, const Done<Value> &done)
{
    const CancelToken cancel = cancelling.token();
    if (key.typed)
        return workOn<Value>({place, *key.typed}, key, cancel, work, done);
    // A keychain may wait for a person, and this object may be gone by then.
    const auto use = [self = QPointer(q), place, key, cancel, work, done](const Result<Secret> &found) {
        if (!self)
            return;
        if (found)
            return self->d->template workOn<Value>({place, *found}, key, cancel, work, done);
        const auto fail = [error = found.error(), done] {
            done(error);
        };
        QMetaObject::invokeMethod(self.data(), fail, Qt::QueuedConnection);
    };
    keys.read(place, key.reference, use);
}

template <class Value>
void ArchiveTasks::Private::workOn(const ArchiveAccess &access, const ArchiveKeyInput &key,
                                   const CancelToken &cancel, const Work<Value> &work,
                                   const Done<Value> &done)
{
    thread.post([this, access, key, cancel, work, done] {
        const Result<Value> result =
            cancel.isCancelled() ? Result<Value>(taskCancelled()) : work(access, cancel);
        thread.postToOwner([this, access, key, result, done] {
            if (result && key.goesIntoKeychain())
                keepKey(access, [result, done] { done(result); });
            else
                done(result);
        });
    });
}

/// What was done stays so, whatever becomes of the key.
void ArchiveTasks::Private::keepKey(const ArchiveAccess &access, const std::function<void()> &then)
{
    const auto kept = [self = QPointer(q), then](const Result<void> &result) {
        if (!self)
            return;
        if (!result)
            Q_EMIT self->warned(keyNotKept(result.error()));
        then();
    };
    keys.write(access.place, access.key, kept);
}

ArchiveTasks::ArchiveTasks(std::optional<QString> workspace, SecretStore &keychain, const Clock &clock,
                           QString settingsFile, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(workspace), keychain, clock, std::move(settingsFile)))
{
}

ArchiveTasks::~ArchiveTasks()
{
    d->cancelling.cancel();
}

bool ArchiveTasks::hasWorkspace() const
{
    return d->workspace.has_value();
}

void ArchiveTasks::create(const ArchivePlace &place, const ArchiveKeyInput &key, bool hasKeeper,
                          const Created &done)
{
    const auto work = [this, hasKeeper](const ArchiveAccess &access, const CancelToken &cancel) {
        return createArchive(access, hasKeeper, d->clock, cancel);
    };
    d->begin<ArchiveCreation>(place, key, work, done);
}

void ArchiveTasks::look(const ArchivePlace &place, const ArchiveKeyInput &key, const Looked &done)
{
    const auto work = [this](const ArchiveAccess &access, const CancelToken &cancel) -> Result<SeenArchive> {
        const auto read = [&access, &cancel] {
            return lookAtArchive(access, cancel);
        };
        TRY(const auto overview, lookAndRemember(access.place, read, d->clock, d->settingsFile));
        SeenArchive seen{.overview = overview};
        if (d->workspace) {
            const auto located = locateWorkspace(*d->workspace);
            if (located) // else it is not pushed anywhere
                seen.workspace = *located;
        }
        return seen;
    };
    const auto show = [this, place, done](const Result<SeenArchive> &seen) {
        if (!seen)
            return done(seen.error());
        ArchiveStatus status{.overview = seen->overview};
        if (d->workspace) {
            status.isPushedAfterSync =
                seen->workspace && isPushTarget(*seen->workspace, place, d->settingsFile);
        }
        done(status);
    };
    d->begin<SeenArchive>(place, key, work, show);
}

void ArchiveTasks::check(const ArchivePlace &place, const ArchiveKeyInput &key, const Checked &done)
{
    d->begin<ArchiveDiagnosis>(place, key, diagnoseArchive, done);
}

void ArchiveTasks::verify(const ArchivePlace &place, const ArchiveKeyInput &key, const Verified &done)
{
    Q_ASSERT(hasWorkspace());
    const auto work = [this](const ArchiveAccess &access, const CancelToken &cancel) {
        const auto progressed = [this, cancel](double part) {
            d->thread.postToOwner(cancel, [this, part] { Q_EMIT progress(part); });
        };
        return verifyArchive(*d->workspace, access, cancel, progressed);
    };
    d->begin<ArchiveCheckReport>(place, key, work, done);
}

void ArchiveTasks::claim(const ArchivePlace &place, const ArchiveKeyInput &key, const SourceClaim &wanted,
                         const Claimed &done)
{
    Q_ASSERT(hasWorkspace());
    const auto work = [this, wanted](const ArchiveAccess &access, const CancelToken &cancel) {
        return claimForWorkspace(*d->workspace, access, wanted, d->clock, cancel);
    };
    d->begin<ClaimReport>(place, key, work, done);
}

void ArchiveTasks::removeKey(const ArchivePlace &place, const Removed &done)
{
    d->keys.remove(place, [self = QPointer(this), done](const Result<void> &removed) {
        if (self)
            done(removed);
    });
}

void ArchiveTasks::cancel()
{
    d->cancelling.cancel();
}

} // namespace Trailglass

#include "moc_archivetasks.cpp"
