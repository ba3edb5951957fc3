// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/noteverifier.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/merkle/notetext.h"
#include "models/merkle/sha256.h"

#include <QtEndian>

#include <algorithm>

namespace Trailglass {

namespace {

constexpr char Ed25519Type = '\1';
constexpr qsizetype MaxNameLength = 256;
constexpr qsizetype KeyIdDigits = 8;
constexpr qsizetype MaxVerifierText = 1024; ///< characters; more than any name and key have

std::string_view keyBytes(const PublicKey &key)
{
    return {reinterpret_cast<const char *>(key.bytes.data()), key.bytes.size()};
}

QString keyIdText(quint32 keyId)
{
    return QString::number(keyId, 16).rightJustified(KeyIdDigits, u'0');
}

Error noVerifier()
{
    return {.kind = ErrorKind::Malformed,
            .message =
                tr("This is not a public key with a name. “name+number+key” is expected, in one line.")};
}

} // namespace

bool isSignerName(const QString &name)
{
    return !name.isEmpty() && name.size() <= MaxNameLength && name.isValidUtf16()
        && std::none_of(name.cbegin(), name.cend(), [](QChar character) {
               return character.isSpace() || character == u'+' || character < u' ' || character == u'\x7F';
           });
}

quint32 NoteVerifier::keyId() const
{
    const std::string utf8 = toUtf8(name);
    const Digest digest = Sha256().add(utf8).add("\n").add({&Ed25519Type, 1}).add(keyBytes(key)).finish();
    return qFromBigEndian<quint32>(digest.bytes.data());
}

QString NoteVerifier::text() const
{
    QByteArray typed(1, Ed25519Type);
    typed += QByteArrayView(keyBytes(key));
    return name + u'+' + keyIdText(keyId()) + u'+' + QString::fromLatin1(typed.toBase64());
}

Result<NoteVerifier> NoteVerifier::fromText(const QString &text)
{
    const QString line = text.trimmed();
    const qsizetype afterName = line.indexOf(u'+');
    const qsizetype afterId = line.indexOf(u'+', afterName + 1);
    if (line.size() > MaxVerifierText || afterName < 0 || afterId < 0)
        return noVerifier();
    NoteVerifier verifier{.name = line.first(afterName)};
    const auto typed = bytesOfBase64(line.sliced(afterId + 1).toUtf8());
    if (!isSignerName(verifier.name) || !typed || typed->isEmpty())
        return noVerifier();
    if (typed->front() != Ed25519Type || typed->size() != 1 + static_cast<qsizetype>(PublicKey::Size)) {
        return Error{
            .kind = ErrorKind::Malformed,
            .message =
                Trailglass::tr("The key of “%1” is not one for Ed25519.").arg(visibleText(verifier.name))};
    }
    std::transform(typed->begin() + 1, typed->end(), verifier.key.bytes.begin(),
                   [](char byte) { return static_cast<unsigned char>(byte); });
    if (line.sliced(afterName + 1, afterId - afterName - 1) != keyIdText(verifier.keyId())) {
        return Error{.kind = ErrorKind::Malformed,
                     .message = Trailglass::tr(
                                    "The name “%1”, the number and the key do not belong together. Copy the "
                                    "public key again.")
                                    .arg(visibleText(verifier.name))};
    }
    return verifier;
}

} // namespace Trailglass
