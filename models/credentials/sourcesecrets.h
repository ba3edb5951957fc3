// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/secretreference.h"
#include "models/credentials/referenceapprovals.h"
#include "models/credentials/secretstore.h"
#include "models/credentials/secretuse.h"

#include <QMap>
#include <QObject>

#include <functional>
#include <memory>

namespace Trailglass {

/// Where credentials are kept, and which variables and files may be read. All outlive the receiver.
struct SecretPlaces
{
    SecretStore &keychain;
    SecretStore &session;
    const ReferenceApprovals &approvals;
};

/// The credentials of one source, wherever each of them is kept.
///
/// In a store the key of a credential is "<account>/<its key>"; the account, "<workspace's own id>/<source
/// id>", is the caller's, so that two workspaces never share an entry. A credential is only given out for the
/// origin that it was entered for, and the content of a variable or file for the one that was approved: the
/// workspace says where a source is, and others may have written it.
///
/// Each call ends exactly once, through its callback and never before it returns; callbacks are dropped when
/// this object is destroyed. An error names the credential it is about (`api_key: …`).
/// \thread the main thread, as for SecretStore
class SourceSecrets final : public QObject
{
    Q_OBJECT

public:
    using References = QMap<QString, SecretReference>; ///< by the credential's key
    using Values = QMap<QString, Secret>;
    using Filed = QMap<QString, FiledSecret>;
    using Read = std::function<void(Result<Values>)>;
    using ReadFiled = std::function<void(Result<Filed>)>;
    using Done = SecretStore::Done;

    explicit SourceSecrets(SecretPlaces places);

    /// Resolves all of \a references for \a use, in order, or ends with the first error. Variables and files
    /// are read each time; none is read while one of them is not approved.
    ///
    /// An entry that does not say what it was entered for, of an earlier version, is given out for the
    /// vendor's own origins only.
    ///
    /// \param givenNow  keys of references that the user has typed just now: these need no approval
    /// \error NotFound, SecretUnavailable, SecretDenied as the place says; SecretDenied also for an entry
    /// that was entered for another origin; SecretNotApproved; Storage: the approvals cannot be read
    void read(const SecretUse &use, const References &references, Read done,
              const QStringList &givenNow = {});

    /// What the stores hold of \a references, unchecked: to be put back later, never to be sent.
    ///
    /// Those that are not there are left out, variables and files too.
    /// \error SecretUnavailable, SecretDenied
    void readFiled(const QString &account, const References &references, ReadFiled done);

    /// Puts \a values where \a references say; those before a failing one stay written.
    ///
    /// \error Usage for a value whose reference is a variable or a file (these are never written) or missing;
    /// SecretUnavailable, SecretDenied from the store
    void write(const QString &account, const References &references, const Filed &values, Done done);

    /// Takes the credentials out of the stores; variables and files are left alone. All are tried; the first
    /// error is reported.
    void remove(const QString &account, const References &references, Done done);

    /// Those that a store holds: what remove() has to do with.
    [[nodiscard]] static References stored(const References &references);

    /// Those that a store held before a change and that are kept elsewhere, or not at all, after it: to be
    /// removed, or a key would outlive its use.
    [[nodiscard]] static References leftBehind(const References &before, const References &after);

    /// \a values as they are filed for \a origin.
    [[nodiscard]] static Filed filed(const Values &values, const Origin &origin);

private:
    struct Reading;
    struct FiledReading;
    struct Writing;
    struct Removal;

    Result<void> checkApproved(const Reading &reading) const;
    void readNext(const std::shared_ptr<Reading> &reading);
    void readPlace(const Reading &reading, const QString &key, const SecretReference &reference,
                   const std::function<void(Result<Secret>)> &done);
    void readNextFiled(const std::shared_ptr<FiledReading> &reading);
    void writeNext(const std::shared_ptr<Writing> &writing);
    void removeNext(const std::shared_ptr<Removal> &removal);
    SecretStore *storeOf(SecretReference::Kind kind);

    const SecretPlaces m_places;
};

} // namespace Trailglass
