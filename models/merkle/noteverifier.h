// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/merkle/ed25519.h"

#include <QString>

namespace Trailglass {

/// The name of a signer with its public key: what a recipient must have from elsewhere to trust a note.
///
/// \thread value type, as any
/// \source C2SP signed-note (https://c2sp.org/signed-note), signature type 1
struct NoteVerifier
{
    QString name; ///< as isSignerName() says
    PublicKey key = {};

    /// The number that a signature line names the key by: the first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key), the
    /// first one the highest.
    [[nodiscard]] quint32 keyId() const;

    /// `<name>+<key id, 8 hexadecimal digits>+<base64 of 0x01 ‖ key>`, one line.
    [[nodiscard]] QString text() const;

    /// Reads what text() writes; whitespace around it does not matter.
    ///
    /// \error Malformed for anything else, with a sentence for each reason
    [[nodiscard]] static Result<NoteVerifier> fromText(const QString &text);

    friend bool operator==(const NoteVerifier &, const NoteVerifier &) = default;
};

/// Whether a signer can have this name: it is not empty, of at most 256 characters, and has no whitespace, no `+` and no
/// control characters.
[[nodiscard]] bool isSignerName(const QString &name);

} // namespace Trailglass
