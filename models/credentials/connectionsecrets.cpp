// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/connectionsecrets.h"

#include "models/credentials/secretfile.h"
#include "models/credentials/secretvariable.h"

#include <QPointer>

namespace Trailglass {

using namespace Qt::StringLiterals;

namespace {

QString storeKey(const QString &account, const QString &key)
{
    return account + u'/' + key;
}

Error naming(const QString &key, Error error)
{
    error.message = u"%1: %2"_s.arg(key, error.message);
    return error;
}

} // namespace

struct ConnectionSecrets::Reading
{
    QString account;
    References open; ///< not read yet
    Read done;
    Values values = {};
};

struct ConnectionSecrets::Writing
{
    QString account;
    References references;
    Values open; ///< not written yet
    Done done;
};

struct ConnectionSecrets::Removal
{
    QString account;
    References open; ///< not removed yet
    Done done;
    Result<void> outcome = {};
};

ConnectionSecrets::ConnectionSecrets(SecretStore &keychain, SecretStore &session)
    : m_keychain(keychain)
    , m_session(session)
{
}

void ConnectionSecrets::read(const QString &account, const References &references, Read done)
{
    const auto reading = std::make_shared<Reading>(Reading{account, references, std::move(done)});
    QMetaObject::invokeMethod(
        this, [this, reading] { readNext(reading); }, Qt::QueuedConnection);
}

void ConnectionSecrets::readNext(const std::shared_ptr<Reading> &reading)
{
    if (reading->open.isEmpty()) {
        reading->done(reading->values);
        return;
    }
    const QString key = reading->open.firstKey();
    const SecretReference reference = reading->open.take(key);
    const auto take = [self = QPointer(this), reading, key](const Result<Secret> &secret) {
        if (!self)
            return;
        if (!secret)
            return reading->done(naming(key, secret.error()));
        reading->values.insert(key, *secret);
        self->readNext(reading);
    };
    readPlace(storeKey(reading->account, key), reference, take);
}

void ConnectionSecrets::readPlace(const QString &storeKey, const SecretReference &reference,
                                  SecretStore::Read done)
{
    if (SecretStore *store = storeOf(reference.kind))
        store->read(storeKey, std::move(done));
    else if (reference.kind == SecretReference::Kind::File)
        done(readSecretFile(reference.place));
    else
        done(readSecretVariable(reference.place));
}

void ConnectionSecrets::write(const QString &account, const References &references, const Values &values,
                              Done done)
{
    const auto writing = std::make_shared<Writing>(Writing{account, references, values, std::move(done)});
    QMetaObject::invokeMethod(
        this, [this, writing] { writeNext(writing); }, Qt::QueuedConnection);
}

void ConnectionSecrets::writeNext(const std::shared_ptr<Writing> &writing)
{
    if (writing->open.isEmpty()) {
        writing->done({});
        return;
    }
    const QString key = writing->open.firstKey();
    const Secret secret = writing->open.take(key);
    const auto reference = writing->references.constFind(key);
    SecretStore *store = reference == writing->references.constEnd() ? nullptr : storeOf(reference->kind);
    if (!store) {
        const QString message = tr("This secret is kept in a variable or a file. Change it there.");
        writing->done(naming(key, {ErrorKind::Usage, message}));
        return;
    }
    const auto proceed = [self = QPointer(this), writing, key](const Result<void> &written) {
        if (!self)
            return;
        if (!written)
            return writing->done(naming(key, written.error()));
        self->writeNext(writing);
    };
    store->write(storeKey(writing->account, key), secret, proceed);
}

void ConnectionSecrets::remove(const QString &account, const References &references, Done done)
{
    const auto removal = std::make_shared<Removal>(Removal{account, references, std::move(done)});
    QMetaObject::invokeMethod(
        this, [this, removal] { removeNext(removal); }, Qt::QueuedConnection);
}

void ConnectionSecrets::removeNext(const std::shared_ptr<Removal> &removal)
{
    while (!removal->open.isEmpty()) {
        const QString key = removal->open.firstKey();
        SecretStore *store = storeOf(removal->open.take(key).kind);
        if (!store)
            continue;
        const auto proceed = [self = QPointer(this), removal, key](const Result<void> &removed) {
            if (!self)
                return;
            if (!removed && removal->outcome)
                removal->outcome = naming(key, removed.error());
            self->removeNext(removal);
        };
        store->remove(storeKey(removal->account, key), proceed);
        return;
    }
    removal->done(removal->outcome);
}

ConnectionSecrets::References ConnectionSecrets::stored(const References &references)
{
    return leftBehind(references, {});
}

ConnectionSecrets::References ConnectionSecrets::leftBehind(const References &before, const References &after)
{
    References left;
    for (auto reference = before.begin(); reference != before.end(); ++reference) {
        const bool isStored = reference->kind == SecretReference::Kind::Keychain
            || reference->kind == SecretReference::Kind::Session;
        const auto now = after.constFind(reference.key());
        if (isStored && (now == after.constEnd() || now->kind != reference->kind))
            left.insert(reference.key(), *reference);
    }
    return left;
}

SecretStore *ConnectionSecrets::storeOf(SecretReference::Kind kind)
{
    switch (kind) {
    case SecretReference::Kind::Keychain:
        return &m_keychain;
    case SecretReference::Kind::Session:
        return &m_session;
    case SecretReference::Kind::Environment:
    case SecretReference::Kind::File:
        break;
    }
    return nullptr;
}

} // namespace Trailglass
