// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/core/secret.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <cstddef>
#include <memory>

struct evp_pkey_st;

namespace Trailglass {

/// The public half of a signing key.
///
/// \thread value type, as any
struct PublicKey
{
    static constexpr std::size_t Size = 32; ///< bytes

    std::array<unsigned char, Size> bytes{};

    friend bool operator==(const PublicKey &, const PublicKey &) = default;
};

/// A private key for Ed25519 signatures. It cannot be copied or printed, and its memory is wiped when it goes.
///
/// \thread any; after a move only to be assigned to or destroyed
/// \source RFC 8032
class SigningKey
{
public:
    static constexpr qsizetype SignatureSize = 64; ///< bytes

    /// Makes a new key.
    ///
    /// \error Internal if the system gives no random numbers
    [[nodiscard]] static Result<SigningKey> generate();

    /// Reads what seed() gave.
    ///
    /// \param secret  32 bytes in base64
    /// \error Malformed for any other text; the message does not quote it
    [[nodiscard]] static Result<SigningKey> fromSeed(const Secret &secret);

    ~SigningKey();
    SigningKey(SigningKey &&) noexcept;
    SigningKey &operator=(SigningKey &&) noexcept;

    /// What the key is made of, to be kept where secrets are: 32 bytes in base64, 44 characters.
    [[nodiscard]] Secret seed() const;

    [[nodiscard]] PublicKey publicKey() const;

    /// \returns 64 bytes, the same for the same message
    /// \error Internal if libcrypto cannot
    [[nodiscard]] Result<QByteArray> sign(QByteArrayView message) const;

private:
    struct KeyDeleter
    {
        void operator()(evp_pkey_st *key) const;
    };

    explicit SigningKey(std::unique_ptr<evp_pkey_st, KeyDeleter> key);
    [[nodiscard]] static Result<SigningKey> fromBytes(const unsigned char *seed);

    std::unique_ptr<evp_pkey_st, KeyDeleter> m_key;
};

/// Whether \a signature is that of the key's owner below \a message. Any bytes may be given.
///
/// \thread any
/// \source RFC 8032 5.1.7
[[nodiscard]] bool verifies(const PublicKey &key, QByteArrayView message, QByteArrayView signature);

/// The key as programs read it, `openssl pkeyutl -pubin -inkey` among them.
///
/// \returns three lines
/// \source RFC 8410 4, RFC 7468 13
[[nodiscard]] QByteArray publicKeyPem(const PublicKey &key);

/// Reads a PEM file with one public key for Ed25519.
///
/// Line breaks may be those of Windows, and there may be whitespace before and after; nothing else.
/// \param pem  any bytes
/// \error Malformed for anything else; the message says what is expected
[[nodiscard]] Result<PublicKey> publicKeyFromPem(QByteArrayView pem);

} // namespace Trailglass
