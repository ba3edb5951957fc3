// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/signednote.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/merkle/notetext.h"

#include <QtEndian>

#include <optional>
#include <vector>

namespace Trailglass {

namespace {

constexpr qsizetype KeyIdSize = sizeof(quint32);

// One line below the text of a note.
struct NoteSignature
{
    QString name;
    quint32 keyId = 0;
    QByteArray signature = {};
};

Error noNote()
{
    return {.kind = ErrorKind::Malformed,
            .message = tr(
                "This is not a signed note: a text, an empty line and lines with signatures are expected.")};
}

Error tooManySignatures()
{
    return {.kind = ErrorKind::TooLarge,
            .message = tr("The note has more than %1 signatures.").arg(MaxNoteSignatures)};
}

Error noteTooLarge()
{
    return {.kind = ErrorKind::TooLarge,
            .message = tr("The note is larger than %1 KiB.").arg(MaxNoteSize / 1024)};
}

std::optional<NoteSignature> signatureOf(QByteArrayView line)
{
    if (!line.startsWith(SignatureLineStart))
        return {};
    line = line.sliced(SignatureLineStart.size());
    const qsizetype space = line.indexOf(' ');
    if (space < 0)
        return {};
    NoteSignature signature{.name = textOfNote(line.first(space))};
    const auto bytes = bytesOfBase64(line.sliced(space + 1));
    if (!isSignerName(signature.name) || !bytes || bytes->size() <= KeyIdSize)
        return {};
    signature.keyId = qFromBigEndian<quint32>(bytes->constData());
    signature.signature = bytes->sliced(KeyIdSize);
    return signature;
}

Result<std::vector<NoteSignature>> signaturesOf(QByteArrayView lines)
{
    std::vector<NoteSignature> signatures;
    while (!lines.isEmpty()) {
        const qsizetype end = lines.indexOf('\n');
        auto signature = signatureOf(lines.first(end));
        if (!signature)
            return noNote();
        if (signatures.size() == static_cast<std::size_t>(MaxNoteSignatures))
            return tooManySignatures();
        signatures.push_back(*std::move(signature));
        lines = lines.sliced(end + 1);
    }
    if (signatures.empty())
        return noNote();
    return signatures;
}

// Two keys may have one number, so what counts is whether any of them made the signature.
Result<const NoteVerifier *> signerOf(const NoteSignature &signature, QByteArrayView text,
                                      std::span<const NoteVerifier> known)
{
    bool isKnown = false;
    for (const NoteVerifier &verifier : known) {
        if (verifier.name != signature.name || verifier.keyId() != signature.keyId)
            continue;
        if (verifies(verifier.key, text, signature.signature))
            return &verifier;
        isKnown = true;
    }
    if (isKnown) {
        return Error{.kind = ErrorKind::Rejected,
                     .message =
                         tr("The signature of “%1” does not match the text of the note: one of them was "
                            "changed.")
                             .arg(visibleText(signature.name))};
    }
    return nullptr;
}

} // namespace

Result<QByteArray> signNote(QByteArrayView text, const QString &name, const SigningKey &key)
{
    if (!isNoteText(text)) {
        return Error{
            .kind = ErrorKind::Usage,
            .message = tr("A note is signed only if it is UTF-8 text that ends with a line break and has no "
                          "control characters.")};
    }
    if (!isSignerName(name)) {
        return Error{.kind = ErrorKind::Usage,
                     .message =
                         tr("The name of a signer must not be empty or have spaces, plus signs or control "
                            "characters.")};
    }
    TRY(const QByteArray signature, key.sign(text));
    QByteArray bytes(KeyIdSize, '\0');
    qToBigEndian(NoteVerifier{.name = name, .key = key.publicKey()}.keyId(), bytes.data());
    bytes += signature;
    QByteArray note = text.toByteArray();
    note += '\n';
    note += SignatureLineStart;
    note += name.toUtf8();
    note += ' ';
    note += bytes.toBase64();
    note += '\n';
    if (note.size() > MaxNoteSize)
        return noteTooLarge();
    return note;
}

Result<OpenedNote> openNote(QByteArrayView note, std::span<const NoteVerifier> known)
{
    if (note.size() > MaxNoteSize)
        return noteTooLarge();
    const qsizetype emptyLine = note.lastIndexOf("\n\n");
    if (!isNoteText(note) || emptyLine < 0)
        return noNote();
    const QByteArrayView text = note.first(emptyLine + 1);
    TRY(const std::vector<NoteSignature> signatures, signaturesOf(note.sliced(emptyLine + 2)));
    const NoteVerifier *first = nullptr;
    for (const NoteSignature &signature : signatures) {
        TRY(const NoteVerifier *signer, signerOf(signature, text, known));
        first = first ? first : signer;
    }
    if (!first) {
        return Error{
            .kind = ErrorKind::NotFound,
            .message =
                tr("The note is signed by “%1”, but not with a key that is known here. Get the public key "
                   "from whoever signed it.")
                    .arg(visibleText(signatures.front().name))};
    }
    return OpenedNote{.text = text.toByteArray(), .verifier = *first};
}

} // namespace Trailglass
