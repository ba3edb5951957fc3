// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/credentials/sourcesecrets.h"
#include "models/sources/sourcetype.h"
#include "models/store/records.h"
#include "models/sync/connectiontest.h"
#include "models/workspace/sourcename.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace Trailglass {

/// A source with what became of its last runs, for lists.
struct SourceEntry
{
    SourceRecord record;
    SourceState state;
};

/// One credential as a form gives it.
struct SecretInput
{
    SecretReference reference; ///< where it is kept
    std::optional<Secret> value; ///< typed just now; nothing keeps what is stored
    bool isRemoved = false; ///< an optional one that is to be used no more; the rest does not count then
};

/// A source as a form gives it, new or changed.
struct SourceInput
{
    std::optional<SourceId> id; ///< set: this source is changed
    QString name; ///< fixed once the source is there
    QString type;
    QMap<QString, QString> settings;
    QMap<QString, SecretInput> secrets;
};

/// Adds, changes, tests and removes the sources of a workspace, with their credentials.
///
/// Nothing here waits: the database is on the store thread, the keychain asks when it wants. Every call ends
/// once, through its callback, in the GUI thread and not before it returns.
/// \thread GUI
class SourceService : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<void>)>;

    /// \param clock  outlives the keeper
    SourceService(QString workspace, SecretPlaces places, const Clock &clock, QObject *parent = nullptr);
    ~SourceService() override;

    /// Reads the list anew; listed() or failed() follows.
    void reload();
    /// As last listed, by name, removed ones included.
    [[nodiscard]] const QList<SourceEntry> &entries() const;

    /// Checks everything, writes the credentials, then the source: both or, as far as the keychain lets go,
    /// neither. The database is made on the first. A variable or file that the form says and that was not
    /// stored so is approved with it: the user has just chosen it, beside the address.
    /// \error Usage naming the setting; SecretUnavailable or SecretDenied: offer
    /// SecretReference::Kind::Session;
    ///        Storage, Locked
    void save(const SourceInput &input, Done done);

    /// One small request with what is typed, and for the rest with what is stored; keeps nothing. A stored
    /// reference that is not approved ends it with SecretNotApproved, after approvalWanted().
    void test(const SourceInput &input, std::function<void(ConnectionReport)> done);
    /// Ends a test; its callback says Cancelled.
    void cancelTest();

    /// Approves what approvalWanted(), the runner's too, asked for.
    /// \error Storage
    void approve(const QList<ReferenceUse> &uses, Done done);

    /// \param withEvents  deletes the events as well, under the workspace's lock
    /// \error Locked while a sync is on; SecretDenied and alike when the key may still be in the keychain
    /// (the source is gone all the same)
    void remove(SourceId source, bool withEvents, Done done);

Q_SIGNALS:
    /// A test needs the content of these variables and files, which are not approved for the source's
    /// address.
    void approvalWanted(const QList<Trailglass::ReferenceUse> &uses);
    void listed(const QList<Trailglass::SourceEntry> &entries);
    /// The list could not be read; or a source was saved, but a key that it does not use any more may still
    /// be in the keychain.
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
