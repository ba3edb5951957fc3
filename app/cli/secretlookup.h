// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/credentials/connectionsecrets.h"
#include "models/credentials/keychainsecretstore.h"
#include "models/credentials/sessionsecretstore.h"
#include "models/sources/sourcetype.h"
#include "models/store/eventreader.h"

#include <functional>
#include <vector>

namespace Trailglass {

/// The program's one keychain, and the credentials of connections in it.
///
/// \thread main
class SecretLookup
{
public:
    using Found = std::function<void(const std::vector<Result<SecretValues>> &)>;

    SecretLookup();

    /// Reads the credentials of connections, one after the other; one that fails does not stop the next.
    ///
    /// \param identity  EventReader::identity() of the workspace
    /// \param found  called once, never before this returns, with one result a connection in the same order
    void read(const QString &identity, const QList<SourceRecord> &sources, Found found);

    [[nodiscard]] ConnectionSecrets &secrets() { return m_secrets; }

    /// How the credentials of one connection are filed.
    [[nodiscard]] static QString account(const QString &identity, SourceId source);

private:
    void readNext();

    KeychainSecretStore m_keychain;
    SessionSecretStore m_session;
    ConnectionSecrets m_secrets;
    QString m_identity;
    QList<SourceRecord> m_waiting;
    std::vector<Result<SecretValues>> m_results;
    Found m_found;
};

/// EventReader::identity() of the workspace at \a folder, for commands that hold no reader.
[[nodiscard]] Result<QString> workspaceIdentity(const QString &folder);

} // namespace Trailglass
