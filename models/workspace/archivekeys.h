// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveplace.h"
#include "models/core/secret.h"
#include "models/core/secretreference.h"
#include "models/credentials/secretstore.h"
#include "models/credentials/secretuse.h"

#include <QString>

#include <functional>
#include <optional>

namespace Trailglass {

/// Reads what somebody types for the place of a key: parseSecretReference(), without one that ends with the program.
/// \param workingFolder  as for parseSecretReference()
/// \error Usage
[[nodiscard]] Result<SecretReference> parseKeyReference(const QString &text, const QString &workingFolder);

/// The key of an archive's user, as somebody gives it.
struct ArchiveKeyInput
{
    /// Where it is; nothing: in the keychain if it is there, else the user has none.
    std::optional<SecretReference> reference = {};
    std::optional<Secret> typed =
        {}; ///< just now: it is kept where \a reference says, once the server has accepted it

    /// Whether it is to go into the keychain then.
    [[nodiscard]] bool goesIntoKeychain() const
    {
        return typed && (!reference || reference->kind == SecretReference::Kind::Keychain);
    }
};

/// Where a key is, as settings remember it: a reference to a variable or a file. Empty for the keychain, where a key is looked
/// for without one, and for what ends with the program.
[[nodiscard]] QString rememberedKey(const std::optional<SecretReference> &key);

/// A warning after something that went through: the key that was typed for it is not in the keychain.
/// \param error  why
/// \thread any
[[nodiscard]] QString keyNotKept(const Error &error);

/// The keys of the users of archives: in the keychain, in a variable or in a private file.
///
/// A key in the keychain is given out for the address alone that it was entered for. A variable or a file is named by
/// whoever starts the program, and so needs no approval.
///
/// Each call ends exactly once, through its callback; not any more when the keychain is gone.
/// \thread the main thread, as for SecretStore
class ArchiveKeys
{
public:
    using Found = std::function<void(const Result<Secret> &key)>;

    /// \param keychain  outlives this
    explicit ArchiveKeys(SecretStore &keychain);

    /// \param reference  where it is; nothing: in the keychain if it is there, else the user has none
    /// \param attendance  whether a keychain may show a prompt and wait for it
    /// \error NotFound, SecretUnavailable, SecretDenied as the place says, SecretDenied also for a key that was entered
    /// for another address
    void read(const ArchivePlace &place, const std::optional<SecretReference> &reference, const Found &found,
              Attendance attendance = Attendance::Attended);

    /// Puts a key into the keychain, in place of an earlier one of the user.
    /// \error as SecretStore
    void write(const ArchivePlace &place, const Secret &key, SecretStore::Done done);
    void remove(const ArchivePlace &place, SecretStore::Done done);

private:
    SecretStore &m_keychain;
};

} // namespace Trailglass
