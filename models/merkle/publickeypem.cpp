// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/translation.h"
#include "models/merkle/ed25519.h"
#include "models/merkle/notetext.h"

#include <algorithm>

namespace Trailglass {

namespace {

constexpr QByteArrayView PemBegin = "-----BEGIN PUBLIC KEY-----\n";
constexpr QByteArrayView PemEnd = "\n-----END PUBLIC KEY-----";
// What DER writes before the 32 bytes: a sequence of the algorithm's number 1.3.101.112 and of a string of bits.
constexpr std::array<char, 12> DerHead{0x30, 0x2A, 0x30, 0x05, 0x06, 0x03,
                                       0x2B, 0x65, 0x70, 0x03, 0x21, 0x00};
constexpr qsizetype MaxPemSize = 4 * 1024;

QByteArrayView derHead()
{
    return {DerHead.data(), static_cast<qsizetype>(DerHead.size())};
}

Error noPublicKey()
{
    return {.kind = ErrorKind::Malformed,
            .message = tr("This is not a file with a public key. Three lines are expected, the first of them "
                          "“-----BEGIN PUBLIC KEY-----”.")};
}

} // namespace

QByteArray publicKeyPem(const PublicKey &key)
{
    QByteArray der = derHead().toByteArray();
    der.append(reinterpret_cast<const char *>(key.bytes.data()), static_cast<qsizetype>(key.bytes.size()));
    QByteArray pem = PemBegin.toByteArray();
    pem += der.toBase64();
    pem += PemEnd;
    pem += '\n';
    return pem;
}

Result<PublicKey> publicKeyFromPem(QByteArrayView pem)
{
    if (pem.size() > MaxPemSize)
        return noPublicKey();
    QByteArray lines = pem.trimmed().toByteArray();
    lines.replace("\r\n", "\n");
    if (lines.contains("PRIVATE KEY-----")) {
        return Error{.kind = ErrorKind::Malformed,
                     .message = tr("This file holds a private key. Choose the file with the public key.")};
    }
    if (!lines.startsWith(PemBegin) || !lines.endsWith(PemEnd)
        || lines.size() < PemBegin.size() + PemEnd.size())
        return noPublicKey();
    const auto der = bytesOfBase64(QByteArrayView(lines).sliced(PemBegin.size()).chopped(PemEnd.size()));
    PublicKey key;
    if (!der || !der->startsWith(derHead())
        || der->size() != derHead().size() + static_cast<qsizetype>(PublicKey::Size)) {
        return Error{.kind = ErrorKind::Malformed,
                     .message = tr("The public key is damaged, or not one for Ed25519. Export it again.")};
    }
    std::transform(der->begin() + derHead().size(), der->end(), key.bytes.begin(),
                   [](char byte) { return static_cast<unsigned char>(byte); });
    return key;
}

} // namespace Trailglass
