// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/credentials/sourcesecrets.h"
#include "models/sources/sourcetype.h"
#include "models/store/records.h"
#include "models/sync/connectiontest.h"
#include "models/workspace/retention.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Trailglass {

/// A source and the state of its last runs, for lists.
struct SourceEntry
{
    SourceRecord record;
    SourceState state;
    std::optional<RetentionRisk> retention = {}; ///< as of when the list was read
    bool hasQuarantined = false; ///< there are quarantined rows of it
};

/// One credential as the user enters it.
struct SecretInput
{
    SecretReference reference; ///< where it is kept
    std::optional<Secret> value; ///< typed just now; nothing keeps what is stored
    bool isRemoved = false; ///< an optional one that is not to be used any more; the rest is then ignored
    bool isEntered =
        false; ///< the user has named the variable or file just now, even if it is stored already
};

/// A source as the user enters it, new or changed.
struct SourceInput
{
    std::optional<SourceId> id; ///< set: this source is changed
    QString name; ///< fixed once the source is there
    QString type;
    QMap<QString, QString> settings;
    QMap<QString, SecretInput> secrets;

    /// A source as it is stored, with nothing entered.
    [[nodiscard]] static SourceInput of(const SourceRecord &record);
};

/// Adds, changes, tests and removes the sources of a workspace, with their credentials.
///
/// Does not block: the database is used on the store thread, and the keychain may wait for a person. Every call ends
/// once, through its callback, on the main thread and not before it returns.
/// \thread the main thread, as for SecretStore
class SourceService : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<void>)>;
    /// \param warnings  sentences on what could not be done besides the change, which is made
    using Changed = std::function<void(Result<QStringList> warnings)>;

    /// \param clock  outlives the service
    SourceService(const QString &workspace, SecretPlaces places, const Clock &clock,
                  QObject *parent = nullptr);
    ~SourceService() override;

    /// Reads the list again; listed() or failed() follows. One of an earlier call may come first.
    /// \returns the number that listNumber() has, or has passed, once a list is there that was read after this call
    quint64 reload();
    /// The number of the newest list that was read, or failed to be; 0 before the first.
    [[nodiscard]] quint64 listNumber() const;
    /// As last listed, by name, removed ones included.
    [[nodiscard]] const QList<SourceEntry> &entries() const;
    /// EventReader::identity() of the workspace as last listed; empty while it has none.
    [[nodiscard]] const QString &identity() const;

    /// Checks everything, then stores the source and its credentials: both or, as far as the keychain permits,
    /// neither. Creates the database for the first source. A variable or file that the user has named just now,
    /// beside the address, is approved with it.
    /// \param done  warns of a credential that may be left in the keychain, and of an approval that was not kept
    /// \error Usage naming the setting; Storage, Locked
    /// \error SecretUnavailable or SecretDenied: offer SecretReference::Kind::Session
    void save(const SourceInput &input, Changed done);

    /// Sends one small request with what is entered, and for the rest with what is stored; stores nothing. A stored
    /// reference that is not approved ends it with SecretNotApproved, after approvalRequired().
    void test(const SourceInput &input, std::function<void(ConnectionReport)> done);
    /// Ends a test; its callback says Cancelled.
    void cancelTest();

    /// Approves references that approvalRequired() of this service or of the SyncRunner named.
    /// \error Storage
    void approve(const QList<ReferenceUse> &uses, Done done);

    /// Drops what the vendor said about single events (DetailCache) too.
    /// \param withEvents  deletes the events as well, under the workspace's lock
    /// \param done  warns of a credential that may still be in the keychain; the source is removed, its events stay
    /// \error Locked while a sync runs; NotFound; Storage
    void remove(SourceId source, bool withEvents, const Changed &done);

Q_SIGNALS:
    /// A test needs the content of these variables and files, which are not approved for the source's address.
    void approvalRequired(const QList<Trailglass::ReferenceUse> &uses);
    void listed(const QList<Trailglass::SourceEntry> &entries);
    /// The list could not be read.
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
