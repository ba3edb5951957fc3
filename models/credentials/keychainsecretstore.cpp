// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/keychainsecretstore.h"

#include "models/core/translation.h"
#include "models/credentials/keychainentry.h"
#include "models/credentials/keychainerror.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace Trailglass {

using namespace Qt::StringLiterals;

namespace {

template <class JobType>
std::unique_ptr<JobType> makeJob(const QString &key)
{
    auto job = std::make_unique<JobType>(KeychainSecretStore::service());
    job->setKey(key);
    job->setInsecureFallback(false);
    return job;
}

Error errorOf(const QKeychain::Job &job)
{
    return keychainError(job.error(), job.errorString());
}

Result<FiledSecret> secretOf(const QKeychain::Job &job)
{
    if (job.error() != QKeychain::NoError)
        return errorOf(job);
    QByteArray text = qobject_cast<const QKeychain::ReadPasswordJob *>(&job)->textData().toUtf8();
    Result<FiledSecret> secret = KeychainEntry::read(text);
    wipe(text);
    if (secret)
        return secret;
    return Error{ErrorKind::SecretUnavailable,
                 tr("The keychain entry cannot be used. %1").arg(secret.error().message)};
}

} // namespace

QString KeychainSecretStore::service()
{
    return u"trailglass"_s;
}

KeychainSecretStore::KeychainSecretStore(std::chrono::milliseconds patience,
                                         std::chrono::milliseconds unattended)
    : m_patience(patience)
    , m_unattended(std::min(patience, unattended))
{
}

void KeychainSecretStore::read(const QString &key, Read done)
{
    readWithin(m_patience, key, std::move(done));
}

void KeychainSecretStore::readUnattended(const QString &key, Read done)
{
    readWithin(m_unattended, key, std::move(done));
}

void KeychainSecretStore::readWithin(std::chrono::milliseconds patience, const QString &key, Read done)
{
    if (const auto known = m_known.constFind(key); known != m_known.constEnd()) {
        QMetaObject::invokeMethod(
            &m_queue, [done = std::move(done), secret = *known] { done(secret); }, Qt::QueuedConnection);
        return;
    }
    m_queue.run(makeJob<QKeychain::ReadPasswordJob>(key), patience,
                [this, key, done = std::move(done)](const Result<QKeychain::Job *> &job) {
                    if (!job)
                        return done(job.error());
                    const Result<FiledSecret> secret = secretOf(**job);
                    if (secret)
                        m_known.insert(key, *secret);
                    done(secret);
                });
}

void KeychainSecretStore::write(const QString &key, const FiledSecret &secret, Done done)
{
    m_known.remove(key);
    writeText(key, KeychainEntry::text(secret),
              [this, key, secret, done = std::move(done)](const Result<void> &written) {
                  if (written)
                      m_known.insert(key, secret);
                  done(written);
              });
}

void KeychainSecretStore::remove(const QString &key, Done done)
{
    m_known.remove(key);
    // Both jobs are queued at once, so that a later write() of the same key comes after them.
    const auto overwritten = std::make_shared<Result<void>>();
    writeText(key, u"removed"_s, [overwritten](const Result<void> &written) { *overwritten = written; });
    m_queue.run(makeJob<QKeychain::DeletePasswordJob>(key), m_patience,
                [this, key, overwritten, done = std::move(done)](const Result<QKeychain::Job *> &job) {
                    m_known.remove(key);
                    if (!*overwritten)
                        return done(*overwritten);
                    if (!job)
                        return done(job.error());
                    const QKeychain::Error error = (*job)->error();
                    const bool gone = error == QKeychain::NoError || error == QKeychain::EntryNotFound;
                    done(gone ? Result<void>() : errorOf(**job));
                });
}

void KeychainSecretStore::writeText(const QString &key, const QString &text, Done done)
{
    auto job = makeJob<QKeychain::WritePasswordJob>(key);
    job->setTextData(text);
    m_queue.run(std::move(job), m_patience,
                [done = std::move(done)](const Result<QKeychain::Job *> &finished) {
                    if (!finished)
                        return done(finished.error());
                    const bool written = (*finished)->error() == QKeychain::NoError;
                    done(written ? Result<void>() : errorOf(**finished));
                });
}

} // namespace Trailglass
