// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/credentials/sourcesecrets.h"
#include "models/merkle/signednote.h"
#include "models/store/signingkeytable.h"

#include <functional>
#include <optional>
#include <vector>

namespace Trailglass {

/// What a workspace's tree is called in its checkpoints, and its keys too: `trailglass.local/` and the identity.
/// \param identity  EventReader::identity()
/// \thread any
[[nodiscard]] QString treeOrigin(const QString &identity);

/// How a key is named to people: the eight digits of NoteVerifier::keyId().
/// \thread any
[[nodiscard]] QString keyIdText(const NoteVerifier &verifier);

/// The public half of a stored key.
/// \thread any
[[nodiscard]] NoteVerifier verifierOf(const SigningKeyRecord &key);

/// The key that signs: the last one, unless it is retired; null if there is none.
/// \param keys  oldest first
/// \thread any
[[nodiscard]] const SigningKeyRecord *presentKey(const std::vector<SigningKeyRecord> &keys);

/// Reads what somebody names for the place of a signing key: parseSecretReference(), without one that ends with the program.
///
/// \param workingFolder  as for parseSecretReference()
/// \error Usage; also where the key itself stands in place of the variable or the file. The message does not quote \a text
/// \thread any
[[nodiscard]] Result<SecretReference> parseSigningKeyPlace(const QString &text,
                                                           const QString &workingFolder = {});

/// The private half in a variable or private file that the user has named just now, which needs no approval. Blocking.
///
/// \error Usage for the keychain and a session; SecretUnavailable, SecretDenied as readSecretFile() and
/// readSecretVariable(); Malformed if it is no key: the message says how to make one
/// \thread any
[[nodiscard]] Result<Secret> readNamedKey(const SecretReference &reference);

/// Of a key in memory: that it ends with the program, what that means, and what to do. Plain text.
/// \thread any
[[nodiscard]] QString sessionKeyNotice(const NoteVerifier &key);

/// The private halves of a workspace's signing keys, wherever each is kept: a secret as those of sources, which is sent
/// nowhere. In a store it is filed by the key's own number, so that a workspace that somebody has changed gets no other one.
///
/// Each call ends exactly once, through its callback and never before it returns; callbacks are dropped when this object is
/// destroyed.
/// \thread the main thread, as for SecretStore
class SigningKeys
{
public:
    /// \param seed  for SigningKey::fromSeed(): that of the requested key, and no other
    using Read = std::function<void(const Result<Secret> &seed)>;
    /// \param place  where the key is kept now
    using Kept = std::function<void(const Result<SecretReference> &place)>;
    using Foreseen = std::function<void(bool isLasting)>;

    /// Where a new key may be kept.
    enum class Keeping
    {
        Lasting, ///< in the keychain
        AnyPlace, ///< where there is none, in memory until the program ends
    };

    explicit SigningKeys(SecretPlaces places);

    /// Approves the variable or file that a key is in, as far as it is not approved.
    /// \param identity  EventReader::identity() of the workspace
    /// \returns sentences that say what was approved
    /// \error Storage: the approvals cannot be read or written
    [[nodiscard]] Result<QStringList> approve(const QString &identity, const SigningKeyRecord &key) const;

    /// \error NotFound: it is lost, or the keychain is locked; SecretUnavailable, SecretDenied, SecretNotApproved;
    /// SecretDenied also where another key is in its place; Storage: the approvals cannot be read
    void read(const QString &identity, const SigningKeyRecord &key, Attendance attendance, const Read &done);

    /// Keeps a new key.
    /// \error SecretUnavailable, SecretDenied
    void keep(const QString &identity, const NoteVerifier &verifier, const Secret &seed, Keeping keeping,
              const Kept &done);

    /// Finds out whether the key that signs next outlasts the program: one in memory does not, nor does a new one where there
    /// is no keychain. Makes no key, and keeps none.
    /// \param present  the key that signs; nothing where there is none yet
    void foresee(const QString &identity, const std::optional<SigningKeyRecord> &present,
                 const Foreseen &done);

    /// Takes a key out of the stores. A variable or a file is left alone.
    /// \error SecretUnavailable, SecretDenied
    void forget(const QString &identity, const SigningKeyRecord &key, SourceSecrets::Done done);

private:
    void keepForSession(const QString &identity, const NoteVerifier &verifier, const Secret &seed,
                        const Kept &done);
    void foreseeNew(const Foreseen &done);

    const ReferenceApprovals &m_approvals;
    SecretStore &m_keychain;
    SourceSecrets m_secrets;
};

} // namespace Trailglass
