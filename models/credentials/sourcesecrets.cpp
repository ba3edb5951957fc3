// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/sourcesecrets.h"

#include "models/core/logging.h"
#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/credentials/secretfile.h"
#include "models/credentials/secretvariable.h"

#include <QPointer>

#include <functional>

namespace Trailglass {

using namespace Qt::StringLiterals;

namespace {

QString storeKey(const QString &account, const QString &key)
{
    return account + u'/' + key;
}

/// For the log.
const char *placeName(SecretReference::Kind kind)
{
    switch (kind) {
    case SecretReference::Kind::Keychain:
        return "keychain";
    case SecretReference::Kind::Session:
        return "session";
    case SecretReference::Kind::Environment:
        return "environment";
    case SecretReference::Kind::File:
        break;
    }
    return "file";
}

Error naming(const QString &key, Error error)
{
    error.message = u"%1: %2"_s.arg(key, error.message);
    return error;
}

QString again()
{
    return SourceSecrets::tr("If the address of the source is right, enter the secret again: edit the "
                             "source in the window, or use “trailglass-cli source set” with --secret.");
}

/// \error SecretDenied unless \a filed may be sent where \a use says
Result<Secret> releasedFor(const SecretUse &use, const FiledSecret &filed)
{
    const bool isNoted = !filed.origin.isNowhere();
    if (!use.origin.isNowhere() && (isNoted ? filed.origin == use.origin : use.isVendorsOwn))
        return filed.secret;
    const QString reason = isNoted
        ? SourceSecrets::tr("It was entered for %1 and is not sent to %2.")
              .arg(filed.origin.text(), use.origin.text())
        : SourceSecrets::tr("It was saved by an earlier version without the address it was entered for, and "
                            "is not sent to %1.")
              .arg(use.origin.text());
    return Error{ErrorKind::SecretDenied, inSequence(reason, again())};
}

} // namespace

struct SourceSecrets::Reading
{
    SecretUse use;
    References open; ///< not read yet
    QStringList givenNow;
    Read done;
    Values values = {};
};

struct SourceSecrets::FiledReading
{
    QString account;
    References open; ///< not read yet
    ReadFiled done;
    Filed values = {};
};

struct SourceSecrets::Writing
{
    QString account;
    References references;
    Filed open; ///< not written yet
    Done done;
};

struct SourceSecrets::Removal
{
    QString account;
    References open; ///< not removed yet
    Done done;
    Result<void> outcome = {};
};

SourceSecrets::SourceSecrets(SecretPlaces places)
    : m_places(places)
{
}

void SourceSecrets::read(const SecretUse &use, const References &references, Read done,
                         const QStringList &givenNow)
{
    const auto reading = std::make_shared<Reading>(Reading{use, references, givenNow, std::move(done)});
    QMetaObject::invokeMethod(
        this,
        [this, reading] {
            if (const auto approved = checkApproved(*reading); !approved)
                reading->done(approved.error());
            else
                readNext(reading);
        },
        Qt::QueuedConnection);
}

Result<void> SourceSecrets::checkApproved(const Reading &reading) const
{
    References open = reading.open;
    for (const QString &key : reading.givenNow)
        open.remove(key);
    TRY(const auto unapproved, m_places.approvals.unapproved(ReferenceApprovals::usesOf(reading.use, open)));
    if (!unapproved.isEmpty())
        qCInfo(logCredentials) << "references not approved:" << unapproved.size();
    return unapproved.isEmpty() ? Result<void>() : ReferenceApprovals::notApproved(unapproved);
}

void SourceSecrets::readNext(const std::shared_ptr<Reading> &reading)
{
    if (reading->open.isEmpty()) {
        reading->done(reading->values);
        return;
    }
    const QString key = reading->open.firstKey();
    const SecretReference reference = reading->open.take(key);
    const auto take = [self = QPointer(this), reading, key, kind = reference.kind,
                       timer = LogTimer()](const Result<Secret> &secret) {
        if (!self)
            return;
        qCDebug(logCredentials).noquote()
            << key << "from" << placeName(kind) << (secret ? u"found"_s : errorKindName(secret.error().kind))
            << "in" << timer;
        if (!secret)
            return reading->done(naming(key, secret.error()));
        reading->values.insert(key, *secret);
        self->readNext(reading);
    };
    readPlace(*reading, key, reference, take);
}

void SourceSecrets::readPlace(const Reading &reading, const QString &key, const SecretReference &reference,
                              const std::function<void(Result<Secret>)> &done)
{
    if (SecretStore *store = storeOf(reference.kind)) {
        const auto release = [use = reading.use, done](const Result<FiledSecret> &filed) {
            done(filed ? releasedFor(use, *filed) : filed.error());
        };
        if (reading.use.attendance == Attendance::Attended)
            store->read(storeKey(reading.use.account, key), release);
        else
            store->readUnattended(storeKey(reading.use.account, key), release);
    } else if (reference.kind == SecretReference::Kind::File) {
        done(readSecretFile(reference.place));
    } else {
        done(readSecretVariable(reference.place));
    }
}

void SourceSecrets::readFiled(const QString &account, const References &references, ReadFiled done)
{
    const auto reading =
        std::make_shared<FiledReading>(FiledReading{account, stored(references), std::move(done)});
    QMetaObject::invokeMethod(
        this, [this, reading] { readNextFiled(reading); }, Qt::QueuedConnection);
}

void SourceSecrets::readNextFiled(const std::shared_ptr<FiledReading> &reading)
{
    if (reading->open.isEmpty()) {
        reading->done(reading->values);
        return;
    }
    const QString key = reading->open.firstKey();
    SecretStore *store = storeOf(reading->open.take(key).kind);
    const auto take = [self = QPointer(this), reading, key](const Result<FiledSecret> &filed) {
        if (!self)
            return;
        if (filed)
            reading->values.insert(key, *filed);
        else if (filed.error().kind != ErrorKind::NotFound)
            return reading->done(naming(key, filed.error()));
        self->readNextFiled(reading);
    };
    store->read(storeKey(reading->account, key), take);
}

void SourceSecrets::write(const QString &account, const References &references, const Filed &values,
                          Done done)
{
    const auto writing = std::make_shared<Writing>(Writing{account, references, values, std::move(done)});
    QMetaObject::invokeMethod(
        this, [this, writing] { writeNext(writing); }, Qt::QueuedConnection);
}

void SourceSecrets::writeNext(const std::shared_ptr<Writing> &writing)
{
    if (writing->open.isEmpty()) {
        writing->done({});
        return;
    }
    const QString key = writing->open.firstKey();
    const FiledSecret secret = writing->open.take(key);
    const auto reference = writing->references.constFind(key);
    SecretStore *store = reference == writing->references.constEnd() ? nullptr : storeOf(reference->kind);
    if (!store) {
        const QString message = tr("This secret is kept in a variable or file. Change it there.");
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

void SourceSecrets::remove(const QString &account, const References &references, Done done)
{
    const auto removal = std::make_shared<Removal>(Removal{account, references, std::move(done)});
    QMetaObject::invokeMethod(
        this, [this, removal] { removeNext(removal); }, Qt::QueuedConnection);
}

void SourceSecrets::removeNext(const std::shared_ptr<Removal> &removal)
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

SourceSecrets::References SourceSecrets::stored(const References &references)
{
    return leftBehind(references, {});
}

SourceSecrets::References SourceSecrets::leftBehind(const References &before, const References &after)
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

SourceSecrets::Filed SourceSecrets::filed(const Values &values, const Origin &origin)
{
    Filed filed;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        filed.insert(value.key(), {*value, origin});
    return filed;
}

SecretStore *SourceSecrets::storeOf(SecretReference::Kind kind)
{
    switch (kind) {
    case SecretReference::Kind::Keychain:
        return &m_places.keychain;
    case SecretReference::Kind::Session:
        return &m_places.session;
    case SecretReference::Kind::Environment:
    case SecretReference::Kind::File:
        break;
    }
    return nullptr;
}

} // namespace Trailglass

#include "moc_sourcesecrets.cpp"
