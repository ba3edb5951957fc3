// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/sessionsecretstore.h"

namespace Trailglass {

void SessionSecretStore::read(const QString &key, Read done)
{
    const auto found = m_secrets.constFind(key);
    const Result<FiledSecret> result = found != m_secrets.constEnd()
        ? Result<FiledSecret>(*found)
        : Error{ErrorKind::NotFound,
                tr("This secret was entered for a single session, which has ended. Enter it again, or keep "
                   "it in the keychain, a variable (env:VARIABLE) or a private file (file:PATH).")};
    QMetaObject::invokeMethod(
        this, [done = std::move(done), result] { done(result); }, Qt::QueuedConnection);
}

void SessionSecretStore::write(const QString &key, const FiledSecret &secret, Done done)
{
    m_secrets.insert(key, secret);
    QMetaObject::invokeMethod(
        this, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

void SessionSecretStore::remove(const QString &key, Done done)
{
    m_secrets.remove(key);
    QMetaObject::invokeMethod(
        this, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

} // namespace Trailglass

#include "moc_sessionsecretstore.cpp"
