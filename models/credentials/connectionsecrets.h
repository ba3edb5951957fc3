// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/secretreference.h"
#include "models/credentials/secretstore.h"

#include <QMap>
#include <QObject>

#include <memory>

namespace Trailglass {

/// The credentials of one connection, wherever each of them is kept.
///
/// In a store the key of a credential is "<account>/<its key>"; the account, "<workspace's own id>/<source
/// id>", is the caller's, so that two workspaces never share an entry.
///
/// Each call ends exactly once, through its callback and never before it returns; callbacks are dropped when
/// this object is destroyed. An error names the credential it is about (`api_key: …`). \thread the main
/// thread, as for SecretStore
class ConnectionSecrets final : public QObject
{
    Q_OBJECT

public:
    using References = QMap<QString, SecretReference>; ///< by the credential's key
    using Values = QMap<QString, Secret>;
    using Read = std::function<void(Result<Values>)>;
    using Done = SecretStore::Done;

    /// Both stores must outlive this object.
    ConnectionSecrets(SecretStore &keychain, SecretStore &session);

    /// Resolves all of \a references, in order, or ends with the first error. Variables and files are read
    /// anew each time.
    ///
    /// \error NotFound, SecretUnavailable, SecretDenied as the place says
    void read(const QString &account, const References &references, Read done);

    /// Puts \a values where \a references say; those before a failing one stay written.
    ///
    /// \error Usage for a value whose reference is a variable or a file (these are never written) or missing;
    ///        SecretUnavailable, SecretDenied from the store
    void write(const QString &account, const References &references, const Values &values, Done done);

    /// Takes the credentials out of the stores; variables and files are left alone. All are tried; the first
    /// error is told.
    void remove(const QString &account, const References &references, Done done);

    /// Those that a store holds: what remove() has to do with.
    [[nodiscard]] static References stored(const References &references);

    /// Those that a store held before a change and that are kept elsewhere, or not at all, after it: to be
    /// removed, or a key would outlive its use.
    [[nodiscard]] static References leftBehind(const References &before, const References &after);

private:
    struct Reading;
    struct Writing;
    struct Removal;

    void readNext(const std::shared_ptr<Reading> &reading);
    void writeNext(const std::shared_ptr<Writing> &writing);
    void removeNext(const std::shared_ptr<Removal> &removal);
    void readPlace(const QString &storeKey, const SecretReference &reference, SecretStore::Read done);
    SecretStore *storeOf(SecretReference::Kind kind);

    SecretStore &m_keychain;
    SecretStore &m_session;
};

} // namespace Trailglass
