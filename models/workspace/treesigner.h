// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/secret.h"
#include "models/core/utcmicros.h"
#include "models/merkle/signednote.h"
#include "models/merkle/treecheckpoint.h"
#include "models/store/eventwriter.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace Trailglass {

class WitnessedCheckpoints;

/// Whose tree is signed, and with which keys.
struct SigningState
{
    QString identity; ///< EventReader::identity()
    std::vector<SigningKeyRecord> keys = {}; ///< oldest first; retired ones too

    /// The key that signs; null if there is none.
    [[nodiscard]] const SigningKeyRecord *present() const;
};

/// Reads who signs the checkpoints of a workspace. One of an earlier version is upgraded first, and what it has stored is
/// hashed. Blocking.
///
/// \param progress  of the hashing
/// \error NotFound: no workspace; Locked, NewerVersion, Storage, DiskFull, Cancelled
/// \thread any
[[nodiscard]] Result<SigningState> readSigningState(const QString &workspace, const CancelToken &cancel,
                                                    const TreeProgress &progress = {});

/// A key that a workspace does not have yet.
struct NewSigningKey
{
    SigningKeyRecord record;
    Secret seed;
    std::optional<qint64> replaces = {}; ///< id of the key that signs until then
    QByteArray signature = {}; ///< by that key; empty: it cannot sign any more
};

/// Makes a key.
///
/// \param replaced  the key that signs until then, and its private half where that can be read
/// \error those of SigningKey
/// \thread any
[[nodiscard]] Result<NewSigningKey> makeSigningKey(const SigningState &state,
                                                   const std::optional<Secret> &replaced, UtcMicros now);
/// The same for a key that is there already.
[[nodiscard]] Result<NewSigningKey> namedSigningKey(const SigningState &state,
                                                    const std::optional<Secret> &replaced, UtcMicros now,
                                                    const Secret &seed, const SecretReference &place);

/// Stores a key, which signs from now on. Blocking.
///
/// \returns its record, with its id
/// \error Locked if another program has made one meanwhile; Storage, DiskFull
/// \thread any
[[nodiscard]] Result<SigningKeyRecord> addSigningKey(const QString &workspace, const NewSigningKey &key,
                                                     const CancelToken &cancel);

/// Notes where the private half of a key is kept from now on. Blocking.
/// \returns its record
/// \error NotFound, Locked, Storage, DiskFull
/// \thread any
[[nodiscard]] Result<SigningKeyRecord> moveSigningKey(const QString &workspace, SigningKeyRecord key,
                                                      const SecretReference &place,
                                                      const CancelToken &cancel);

/// A checkpoint that was requested.
struct WrittenCheckpoint
{
    TreeCheckpoint checkpoint;
    QByteArray note = {}; ///< the checkpoint as it was signed
    NoteVerifier signer;
    /// False: the tree has not changed since this one, which is the last, and no other was written.
    bool isNew = true;
    QString witnessFile = {}; ///< that the note was appended to; empty: to none
    /// Why it was not appended; it is kept in the workspace all the same.
    std::optional<Error> witnessError = {};
    QStringList notices = {}; ///< sentences: what a person should know besides
};

/// For people, of a checkpoint that nobody has looked at: why it was not appended, and the notices, one after the other.
/// Empty if there is nothing to say.
/// \thread any
[[nodiscard]] QString checkpointWarning(const WrittenCheckpoint &written);

/// The same of one that was not written.
/// \param reason  why
/// \thread any
[[nodiscard]] QString noCheckpointWarning(const Error &reason);

/// What is to be done with a checkpoint.
struct CheckpointUse
{
    QString witnessFile = {}; ///< it is appended to; an absolute path, or empty: to none
    bool onlyOfChanges = false; ///< none is written if the tree has not changed since the last one
};

/// Signs for a workspace, with a key that was read from its place.
/// \thread value type, as any
class TreeSigner
{
public:
    /// \param key   of the workspace
    /// \param seed  of \a key
    TreeSigner(QString workspace, QString identity, SigningKeyRecord key, Secret seed);

    [[nodiscard]] NoteVerifier verifier() const;

    /// What happened before: sentences that go into the notices of a checkpoint.
    void setNotices(QStringList notices) { m_notices = std::move(notices); }

    /// Signs the tree as it is now, stores the checkpoint in the workspace and appends it to the witness file. Blocking.
    ///
    /// Before that, the tree is compared with the last checkpoints: of the workspace, of the witness file, and of the one that
    /// the user has set for the workspace in this folder. Where a witness file is out of reach, the tree is signed all the
    /// same: WrittenCheckpoint says that the file was not compared, and nothing is appended to it. Others use the workspace
    /// meanwhile: neither its lock nor that of the database is held while a witness file is read or appended to.
    ///
    /// A clock that was set back changes nothing but the time of the checkpoint, and a notice says so.
    /// \error Usage as checkWitnessPlace(): nothing was written
    /// \error Rejected if the tree does not continue one of the last checkpoints, or nobody can say so: nothing was signed
    /// \error Locked, Storage, DiskFull, Cancelled
    /// \thread any
    [[nodiscard]] Result<WrittenCheckpoint> write(const CheckpointUse &use, UtcMicros now,
                                                  const CancelToken &cancel = {}) const;

    /// Signs any bytes.
    /// \returns 64 bytes
    /// \error those of SigningKey
    [[nodiscard]] Result<QByteArray> sign(QByteArrayView message) const;

private:
    [[nodiscard]] Result<WrittenCheckpoint> signAndStore(const CheckpointUse &use, UtcMicros now,
                                                         const CancelToken &cancel) const;
    [[nodiscard]] Result<std::vector<WitnessedCheckpoints>> readWitnesses(const CheckpointUse &use,
                                                                          const CancelToken &cancel) const;

    QString m_workspace;
    QString m_identity;
    SigningKeyRecord m_key;
    Secret m_seed;
    QStringList m_notices;
};

} // namespace Trailglass
