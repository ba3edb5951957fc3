// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Signed notes and public keys out of strangers' files: only a text that a known key signed is given, what is read is written
// again as it was, and everything else is refused with a sentence.

#include "models/merkle/signednote.h"
#include "tests/fuzz/fuzztarget.h"

#include <vector>

using namespace Trailglass;

using Fuzz::require;

namespace {

const QString Signer = QStringLiteral("trailglass.local/00f1e2d3c4b5a697");

// The seeds of this target are signed with it.
const SigningKey &signingKey()
{
    static const SigningKey key =
        SigningKey::fromSeed(Secret::fromText(QByteArray(32, 'k').toBase64()).value()).value();
    return key;
}

const std::vector<NoteVerifier> &knownVerifiers()
{
    static const std::vector<NoteVerifier> known{
        NoteVerifier{.name = Signer, .key = signingKey().publicKey()},
        NoteVerifier{.name = QStringLiteral("nobody"), .key = {}},
    };
    return known;
}

void requireSentence(const Error &error)
{
    require(error.kind == ErrorKind::Malformed || error.kind == ErrorKind::TooLarge
                || error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Rejected,
            "a refusal has a reason");
    require(!error.message.isEmpty(), "a refusal has a sentence");
}

void checkNote(QByteArrayView note)
{
    const auto opened = openNote(note, knownVerifiers());
    if (!opened) {
        Fuzz::reached(opened.error().kind == ErrorKind::Malformed ? "no note" : "a note of nobody known");
        requireSentence(opened.error());
        return;
    }
    Fuzz::reached("opened");
    require(note.startsWith(opened->text) && opened->text.endsWith('\n'),
            "the text is the beginning of the note");
    require(opened->verifier.name == Signer, "only a known key opens a note");
    const auto again = signNote(opened->text, Signer, signingKey());
    require(again.hasValue(), "a text that was signed is signed again");
    require(note.contains(QByteArrayView(*again).sliced(opened->text.size() + 1)),
            "a note has the one signature that its key makes");
}

void checkSigning(QByteArrayView text)
{
    const auto note = signNote(text, Signer, signingKey());
    if (!note)
        return;
    Fuzz::reached("signed");
    const auto opened = openNote(*note, knownVerifiers());
    require(opened && opened->text == text, "what was signed is opened");
}

void checkKeys(QByteArrayView text)
{
    const auto verifier = NoteVerifier::fromText(QString::fromUtf8(text));
    if (verifier) {
        Fuzz::reached("a verifier");
        require(verifier->text() == QString::fromUtf8(text).trimmed(), "a verifier has one text");
    } else {
        requireSentence(verifier.error());
    }
    const auto key = publicKeyFromPem(text);
    if (key) {
        Fuzz::reached("a public key");
        require(publicKeyFromPem(publicKeyPem(*key)).value() == *key,
                "a public key is read as it was written");
    } else {
        requireSentence(key.error());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input = Fuzz::inputOf(data, size);
    const QByteArrayView bytes(input.data(), static_cast<qsizetype>(input.size()));
    checkNote(bytes);
    checkSigning(bytes);
    checkKeys(bytes);
    return 0;
}
