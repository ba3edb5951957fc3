// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/secretlookup.h"

#include <QTimer>

#include <unistd.h>

namespace Trailglass {
namespace {

std::chrono::milliseconds patience()
{
    const bool someoneIsThere = ::isatty(STDIN_FILENO) == 1;
    return someoneIsThere ? KeychainSecretStore::AttendedPatience : KeychainSecretStore::UnattendedPatience;
}

} // namespace

SecretLookup::SecretLookup()
    : m_keychain(patience())
    , m_secrets(m_keychain, m_session)
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
    QTimer::singleShot(0, &m_secrets, [this] { readNext(); });
}

void SecretLookup::readNext()
{
    if (m_waiting.isEmpty())
        return std::exchange(m_found, {})(m_results);
    const SourceRecord source = m_waiting.takeFirst();
    m_secrets.read(account(m_identity, source.id), source.secrets, [this](Result<SecretValues> values) {
        m_results.push_back(std::move(values));
        readNext();
    });
}

Result<QString> workspaceIdentity(const QString &folder)
{
    const auto reader = EventReader::open(folder);
    if (!reader)
        return reader.error();
    return (*reader)->identity();
}

} // namespace Trailglass
