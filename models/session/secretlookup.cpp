// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/session/secretlookup.h"

#include <utility>

namespace Trailglass {

SecretLookup::SecretLookup(SecretStore &keychain, SecretStore &session)
    : m_secrets(keychain, session)
{
}

QString SecretLookup::account(const QString &identity, SourceId source)
{
    return identity + QLatin1Char('/') + QString::number(source.value);
}

void SecretLookup::read(const QString &identity, const QList<SourceRecord> &sources, Found found)
{
    m_identity = identity;
    m_waiting = sources;
    m_results.clear();
    m_found = std::move(found);
    QMetaObject::invokeMethod(
        &m_secrets, [this] { readNext(); }, Qt::QueuedConnection);
}

void SecretLookup::readNext()
{
    if (m_waiting.isEmpty()) {
        // Whoever is told may destroy this object.
        const Found found = std::exchange(m_found, {});
        const auto results = std::exchange(m_results, {});
        return found(results);
    }
    const SourceRecord source = m_waiting.takeFirst();
    m_secrets.read(account(m_identity, source.id), source.secrets, [this](Result<SecretValues> values) {
        m_results.push_back(std::move(values));
        readNext();
    });
}

} // namespace Trailglass
