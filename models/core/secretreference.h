// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QString>

namespace Trailglass {

/// Where a credential of a source is kept: a reference, never the credential.
struct SecretReference
{
    enum class Kind
    {
        Keychain, ///< in the OS keychain, under the source's id and the secret's key
        Environment, ///< a variable, read at each sync
        File, ///< a private file, read at each sync
        Session, ///< in memory only; gone when the program ends
    };
    Kind kind = Kind::Keychain;
    QString place = {}; ///< variable name or absolute path; empty otherwise

    /// Whether it is a variable or a file of the user: the program puts nothing there and takes nothing away.
    [[nodiscard]] bool isNamedPlace() const { return kind == Kind::Environment || kind == Kind::File; }

    friend bool operator==(const SecretReference &, const SecretReference &) = default;
};

/// Reads what printSecretReference() wrote and people type: `keychain`, `env:VARIABLE`, `file:PATH`,
/// `session`.
///
/// \param workingFolder  a relative path is taken from here and made absolute; without it, it is refused
/// \error Usage for anything else. The message does not quote \a text: people paste the credential itself
/// here.
/// \thread any; pure, looks at no file and no variable
[[nodiscard]] Result<SecretReference> parseSecretReference(const QString &text,
                                                           const QString &workingFolder = {});

/// The text that parseSecretReference() turns back into an equal reference; safe to store and show.
[[nodiscard]] QString printSecretReference(const SecretReference &reference);

} // namespace Trailglass
