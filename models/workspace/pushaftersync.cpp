// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/pushaftersync.h"

#include "models/core/canceltoken.h"
#include "models/core/lazyworkerthread.h"
#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/workspace/archivekeys.h"
#include "models/workspace/archiveservice.h"
#include "models/workspace/pushtargets.h"

#include <QPointer>

#include <optional>
#include <utility>

namespace Trailglass {

using namespace Qt::StringLiterals;

class PushAfterSync::Private
{
public:
    Private(PushAfterSync *pushes, QString folder, SecretStore &keychain, const Clock &ofPushes, QString file)
        : q(pushes)
        , workspace(std::move(folder))
        , clock(ofPushes)
        , settingsFile(std::move(file))
        , keys(keychain)
    {
    }

    // In this order, all on the main thread:
    void begin();
    void lookUpTargets(const Result<LocatedWorkspace> &located);
    void next();
    void lookUpKey(const ArchivePlace &place, const std::optional<SecretReference> &reference);
    void push(const ArchiveAccess &access);
    void ended(const ArchivePlace &place, const Result<PushReport> &report);
    void end();

    void warn(const ArchivePlace &place, const Error &error);
    void later(void (Private::*step)());

    PushAfterSync *q;
    const QString workspace;
    const Clock &clock;
    const QString settingsFile;
    ArchiveKeys keys;
    QStringList leftOut; ///< addresses
    Attendance attendance = Attendance::Attended;
    bool isOn = false;
    bool isWantedAgain = false;
    quint64 newest = 0; ///< number of the newest round: what an earlier one still brings is dropped
    QList<PushTarget> waiting;
    CancelSource cancel;
    LazyWorkerThread thread{u"push after sync"_s}; // last: its work uses everything above
};

void PushAfterSync::Private::begin()
{
    ++newest;
    if (!SettingsFile::exists(settingsFile)) // no workspace is pushed after syncs
        return later(&Private::end);
    thread.post([this, number = newest] {
        const auto located = locateWorkspace(workspace);
        thread.postToOwner([this, located, number] {
            if (number == newest)
                lookUpTargets(located);
        });
    });
}

void PushAfterSync::Private::lookUpTargets(const Result<LocatedWorkspace> &located)
{
    if (!located) {
        if (located.error().kind != ErrorKind::NotFound) // else there is nothing to push
            Q_EMIT q->warned(located.error().message);
        return end();
    }
    waiting = pushTargetsOf(*located, settingsFile);
    if (const QString moved = movedSincePushesWereSet(*located, settingsFile); !moved.isEmpty())
        Q_EMIT q->warned(moved);
    next();
}

void PushAfterSync::Private::next()
{
    while (!waiting.isEmpty()) {
        const PushTarget target = waiting.takeFirst();
        const auto place = ArchivePlace::parse(target.archive);
        if (!place) { // edited by hand
            Q_EMIT q->warned(place.error().message);
            continue;
        }
        if (leftOut.contains(place->text()))
            continue;
        const auto reference = keyReferenceOf(target);
        if (reference)
            return lookUpKey(*place, *reference);
        warn(*place, reference.error());
    }
    end();
}

void PushAfterSync::Private::lookUpKey(const ArchivePlace &place,
                                       const std::optional<SecretReference> &reference)
{
    // A keychain may wait for a person, and this object may be gone by then.
    const auto found = [self = QPointer(q), place, number = newest](const Result<Secret> &key) {
        if (!self || self->d->newest != number)
            return;
        if (key)
            return self->d->push({place, *key});
        self->d->warn(place, key.error());
        self->d->later(&Private::next);
    };
    keys.read(place, reference, found, attendance);
}

void PushAfterSync::Private::push(const ArchiveAccess &access)
{
    thread.post([this, access, token = cancel.token(), number = newest] {
        const auto progressed = [this, number, archive = access.place.text()](qint64 done, qint64 all) {
            thread.postToOwner([this, number, archive, done, all] {
                if (number == newest)
                    Q_EMIT q->progress(archive, done, all);
            });
        };
        const auto report = pushWorkspace(workspace, access, clock, token, progressed);
        thread.postToOwner([this, place = access.place, report, number] {
            if (number == newest)
                ended(place, report);
        });
    });
}

void PushAfterSync::Private::ended(const ArchivePlace &place, const Result<PushReport> &report)
{
    if (report)
        Q_EMIT q->pushed(place.text(), *report);
    else
        warn(place, report.error());
    next();
}

void PushAfterSync::Private::end()
{
    if (!isOn) // somebody has cancelled in a signal, and the round went on to its end
        return;
    if (std::exchange(isWantedAgain, false))
        return begin();
    isOn = false;
    Q_EMIT q->finished();
}

void PushAfterSync::Private::warn(const ArchivePlace &place, const Error &error)
{
    const QString sentence =
        Trailglass::tr(
            "Not all events were pushed into the archive %1; the push after the next sync brings them.")
            .arg(place.name());
    Q_EMIT q->failed(place.text(), error);
    Q_EMIT q->warned(inSequence(sentence, error.message));
}

/// A step of this round, from the event loop.
void PushAfterSync::Private::later(void (Private::*step)())
{
    const auto call = [this, step, number = newest] {
        if (number == newest)
            (this->*step)();
    };
    QMetaObject::invokeMethod(q, call, Qt::QueuedConnection);
}

PushAfterSync::PushAfterSync(QString workspace, SecretStore &keychain, const Clock &clock,
                             QString settingsFile, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(workspace), keychain, clock, std::move(settingsFile)))
{
}

PushAfterSync::~PushAfterSync()
{
    d->cancel.cancel();
}

void PushAfterSync::leaveOut(const ArchivePlace &place)
{
    d->leftOut.append(place.text());
}

void PushAfterSync::start(Attendance attendance)
{
    d->attendance = attendance;
    if (std::exchange(d->isOn, true))
        d->isWantedAgain = true;
    else
        d->begin();
}

void PushAfterSync::cancel()
{
    if (!d->isOn)
        return;
    ++d->newest;
    d->cancel.cancel();
    d->waiting.clear();
    d->isWantedAgain = false;
    d->later(&Private::end);
}

bool PushAfterSync::isRunning() const
{
    return d->isOn;
}

} // namespace Trailglass

#include "moc_pushaftersync.cpp"
