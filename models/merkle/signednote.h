// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/merkle/noteverifier.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <span>

namespace Trailglass {

inline constexpr qsizetype MaxNoteSize = 64 * 1024; ///< bytes
inline constexpr int MaxNoteSignatures = 16;

/// Signs a text: the text, an empty line, and one line with the signature.
///
/// \param text  UTF-8 that ends with a line feed, without other control characters
/// \param name  as that of a NoteVerifier
/// \error Usage if \a text or \a name is not so
/// \error TooLarge if the note would be over MaxNoteSize
/// \error those of SigningKey::sign()
/// \thread any
[[nodiscard]] Result<QByteArray> signNote(QByteArrayView text, const QString &name, const SigningKey &key);

/// A note of which a signature was verified.
struct OpenedNote
{
    QByteArray text; ///< what was signed, with its last line feed
    NoteVerifier verifier; ///< of \a known, the one whose signature came first
};

/// Gives the text of a note only if a key that is known has signed it. Signatures of other keys are passed over.
///
/// \param note   any bytes
/// \param known  whom to trust
/// \error TooLarge for more than MaxNoteSize bytes or MaxNoteSignatures signatures
/// \error Malformed if it is no note
/// \error NotFound if no key of \a known has signed it; the message names the first signer
/// \error Rejected if any signature of a key of \a known is wrong: the text was changed
/// \thread any
[[nodiscard]] Result<OpenedNote> openNote(QByteArrayView note, std::span<const NoteVerifier> known);

} // namespace Trailglass
