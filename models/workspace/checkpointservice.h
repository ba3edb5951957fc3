// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/credentials/sourcesecrets.h"
#include "models/workspace/treesigner.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Trailglass {

struct CheckpointOverview;

/// How the signing key of a workspace is read from its place.
struct KeyUse
{
    Attendance attendance = Attendance::Attended;
    /// Nobody has requested it: a key that would be lost with the program is not made.
    bool isAutomatic = false;
    bool approves = false; ///< the variable or file that the workspace names
};

/// A checkpoint to be written.
struct CheckpointRequest
{
    KeyUse key = {};
    CheckpointUse use = {};
};

/// Whether the key that a new one replaces signs it.
enum class FormerKey
{
    Signs,
    IsLost, ///< it does not: its private half cannot be read any more
};

/// What became of the signing key.
struct KeyChange
{
    SigningKeyRecord key; ///< the one that signs from now on
    bool isNew = false; ///< another one than before
    QStringList notices = {}; ///< sentences
};

/// Signs the tree of a workspace, and keeps its signing key: made on first use, its private half in the keychain, in memory
/// where there is none, or in a variable or file that the user names.
///
/// Does not block: the database is used on a thread of its own, and the keychain may wait for a person. Requests are carried
/// out one after the other. Every call ends once, through its callback, on the main thread and never before it returns; not
/// at all when this object is gone.
/// \thread the main thread, as for SecretStore
class CheckpointService : public QObject
{
    Q_OBJECT

public:
    using Opened = std::function<void(const Result<TreeSigner> &signer)>;
    using Written = std::function<void(const Result<WrittenCheckpoint> &written)>;
    using Changed = std::function<void(const Result<KeyChange> &change)>;
    using Foreseen = std::function<void(const QString &warning)>;

    /// \param clock  outlives the service
    CheckpointService(const QString &workspace, SecretPlaces places, const Clock &clock,
                      QObject *parent = nullptr);
    /// Cancels, and waits for the thread.
    ~CheckpointService() override;

    /// Reads the key from its place, or makes the first one. A key of a session that has ended is replaced by a new one,
    /// which it cannot sign; a notice of the signer says so.
    ///
    /// \error NotFound: no workspace, or the key is lost or the keychain locked; SecretUnavailable, SecretDenied;
    /// SecretNotApproved: KeyUse::approves is missing; Locked, NewerVersion, Storage, DiskFull, Cancelled
    void openKey(const KeyUse &use, const Opened &done);

    /// Finds out whether the key that signs next ends with the program. Signs nothing, makes no key, and waits for no other
    /// request; cancel() does not end it.
    /// \param heads  of the workspace
    /// \param done   gets sentences that say so, and what to do before; none where the key stays
    void foreseeKeyLoss(const CheckpointOverview &heads, const Foreseen &done);

    /// Signs the tree as it is, stores the checkpoint and appends it to the witness file.
    /// \error as openKey() and TreeSigner::write()
    void write(const CheckpointRequest &request, const Written &done);

    /// Makes a new key, in the keychain or in memory, which signs from now on; the former one leaves the stores.
    /// \error as openKey(); Usage where the key is in a variable or a file: keepIn() changes it
    void rotate(FormerKey former, const Changed &done);

    /// Moves the key to another place. A variable or file has the key already, or another one, which signs from now on.
    /// \error as openKey(); Usage for a session, and for a key that was replaced before; Malformed: no key is there
    void keepIn(const SecretReference &place, FormerKey former, const Changed &done);

    /// Those that are not over end with Cancelled. What is stored by then stays.
    void cancel();
    [[nodiscard]] bool isBusy() const;

Q_SIGNALS:
    /// What an earlier version has stored is being hashed, before anything can be signed: so many rows are done.
    void hashing(qint64 rows, qint64 ofRows);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
