// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/credentials/connectionsecrets.h"
#include "models/sources/sourcetype.h"
#include "models/store/records.h"

#include <functional>
#include <vector>

namespace Trailglass {

/// Reads the credentials of several sources before a sync, wherever each is kept.
///
/// How long a keychain may take is its store's business. Destroying the lookup drops its callback.
/// \thread the main thread, as for SecretStore
class SecretLookup
{
public:
    using Found = std::function<void(const std::vector<Result<SecretValues>> &)>;

    /// \param keychain, session  outlive the lookup
    SecretLookup(SecretStore &keychain, SecretStore &session);

    /// Reads one after the other; one that fails does not stop the next.
    ///
    /// \param identity  EventReader::identity() of the workspace
    /// \param found  called once, never before this returns, with one result a source in the same order
    /// \pre no read is on
    void read(const QString &identity, const QList<SourceRecord> &sources, Found found);

    [[nodiscard]] ConnectionSecrets &secrets() { return m_secrets; }

    /// How the credentials of one source are filed.
    [[nodiscard]] static QString account(const QString &identity, SourceId source);

private:
    void readNext();

    ConnectionSecrets m_secrets;
    QString m_identity;
    QList<SourceRecord> m_waiting;
    std::vector<Result<SecretValues>> m_results;
    Found m_found;
};

} // namespace Trailglass
