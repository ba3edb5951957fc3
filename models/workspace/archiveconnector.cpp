// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/archiveconnector.h"

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/core/workerthread.h"

#include <QPointer>

namespace Trailglass {

using namespace Qt::StringLiterals;

class ArchiveConnector::Private
{
public:
    Private(ArchiveConnector *connector, SecretStore &keychain)
        : q(connector)
        , keys(keychain)
        , thread(u"archive connection"_s)
    {
    }

    void connectTo(const ArchiveAccess &access, bool isNewKey);
    void keepKey(const ArchiveAccess &access, const ArchiveConnection &connection);
    void failLater(const Error &error);

    ArchiveConnector *q;
    ArchiveKeys keys;
    quint64 newest = 0; ///< number of the newest call; what an earlier one still brings is dropped
    CancelSource cancel;
    WorkerThread thread; // last: its work uses everything above
};

/// \param isNewKey  it goes into the keychain afterwards
void ArchiveConnector::Private::connectTo(const ArchiveAccess &access, bool isNewKey)
{
    const auto archive = std::make_shared<SharedArchive>(access);
    thread.post([this, access, isNewKey, archive, number = newest, token = cancel.token()] {
        const auto session = archive->session(token);
        const Result<void> reached = session ? Result<void>() : session.error();
        thread.postToOwner([this, access, isNewKey, archive, number, reached] {
            if (number != newest)
                return;
            if (!reached)
                Q_EMIT q->failed(reached.error());
            else if (isNewKey)
                keepKey(access, {archive});
            else
                Q_EMIT q->opened({archive});
        });
    });
}

/// An archive that is open stays so, whatever becomes of its key.
void ArchiveConnector::Private::keepKey(const ArchiveAccess &access, const ArchiveConnection &connection)
{
    const auto done = [self = QPointer(q), connection, number = newest](const Result<void> &kept) {
        if (!self || self->d->newest != number)
            return;
        ArchiveConnection open = connection;
        if (!kept)
            open.warning = keyNotKept(kept.error());
        Q_EMIT self->opened(open);
    };
    keys.write(access.place, access.key, done);
}

void ArchiveConnector::Private::failLater(const Error &error)
{
    const auto fail = [this, error, number = newest] {
        if (number == newest)
            Q_EMIT q->failed(error);
    };
    QMetaObject::invokeMethod(q, fail, Qt::QueuedConnection);
}

ArchiveConnector::ArchiveConnector(SecretStore &keychain, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, keychain))
{
}

ArchiveConnector::~ArchiveConnector()
{
    cancel();
}

void ArchiveConnector::open(const ArchivePlace &place, const ArchiveKeyInput &key)
{
    cancel();
    if (key.typed)
        return d->connectTo({place, *key.typed}, key.goesIntoKeychain());
    // A keychain may wait for a person, and this object may be gone by then.
    d->keys.read(place, key.reference,
                 [self = QPointer(this), place, number = d->newest](const Result<Secret> &found) {
                     if (!self || self->d->newest != number)
                         return;
                     if (found)
                         self->d->connectTo({place, *found}, false);
                     else
                         self->d->failLater(found.error());
                 });
}

void ArchiveConnector::cancel()
{
    ++d->newest;
    d->cancel.cancel();
}

} // namespace Trailglass

#include "moc_archiveconnector.cpp"
