// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/ed25519.h"

#include "models/core/translation.h"
#include "models/merkle/cryptolibrary.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <utility>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

constexpr const char *Ed25519Name = "ED25519";
constexpr std::size_t SeedSize = 32;

struct PKeyFree
{
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};

struct SignatureContextFree
{
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

using SignatureContext = std::unique_ptr<EVP_MD_CTX, SignatureContextFree>;

// The bytes of a private key, wiped at the end of the scope.
struct SeedBytes
{
    SeedBytes() = default;
    ~SeedBytes() { OPENSSL_cleanse(bytes.data(), bytes.size()); }
    SeedBytes(const SeedBytes &) = delete;
    SeedBytes &operator=(const SeedBytes &) = delete;

    std::array<unsigned char, SeedSize> bytes{};
};

const unsigned char *unsignedBytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

// Zeros in place of a key would be a key that anybody has.
void requireKeyBytes(bool isThere)
{
    if (!isThere)
        qFatal("libcrypto does not give the bytes of a key");
}

} // namespace

void SigningKey::KeyDeleter::operator()(evp_pkey_st *key) const
{
    EVP_PKEY_free(key); // which wipes it
}

SigningKey::SigningKey(std::unique_ptr<evp_pkey_st, KeyDeleter> key)
    : m_key(std::move(key))
{
}

SigningKey::~SigningKey() = default;
SigningKey::SigningKey(SigningKey &&) noexcept = default;
SigningKey &SigningKey::operator=(SigningKey &&) noexcept = default;

Result<SigningKey> SigningKey::fromBytes(const unsigned char *seed)
{
    const CryptoErrors errors;
    std::unique_ptr<evp_pkey_st, KeyDeleter> key(
        EVP_PKEY_new_raw_private_key_ex(cryptoLibrary(), Ed25519Name, nullptr, seed, SeedSize));
    if (!key) {
        return Error{.kind = ErrorKind::Internal,
                     .message =
                         Trailglass::tr("The signing key could not be loaded. Restart the program and try "
                                        "again."),
                     .detail = u"EVP_PKEY_new_raw_private_key_ex"_s};
    }
    return SigningKey(std::move(key));
}

Result<SigningKey> SigningKey::generate()
{
    const CryptoErrors errors;
    SeedBytes seed;
    if (RAND_priv_bytes_ex(cryptoLibrary(), seed.bytes.data(), seed.bytes.size(), 0) != 1) {
        return Error{.kind = ErrorKind::Internal,
                     .message =
                         Trailglass::tr("The system gives no random numbers, so no signing key was made. Try "
                                        "again later."),
                     .detail = u"RAND_priv_bytes_ex"_s};
    }
    return fromBytes(seed.bytes.data());
}

Result<SigningKey> SigningKey::fromSeed(const Secret &secret)
{
    auto decoded = QByteArray::fromBase64Encoding(secret.reveal(), QByteArray::AbortOnBase64DecodingErrors);
    Result<SigningKey> key = Error{
        .kind = ErrorKind::Malformed,
        .message = Trailglass::tr(
            "The secret is not a signing key. A signing key is 32 bytes in base64, which are 44 "
            "characters."),
    };
    if (decoded && decoded.decoded.size() == static_cast<qsizetype>(SeedSize))
        key = fromBytes(unsignedBytes(decoded.decoded));
    wipe(decoded.decoded);
    return key;
}

Secret SigningKey::seed() const
{
    SeedBytes own;
    std::size_t size = own.bytes.size();
    requireKeyBytes(EVP_PKEY_get_raw_private_key(m_key.get(), own.bytes.data(), &size) == 1
                    && size == own.bytes.size());
    QByteArray raw(reinterpret_cast<const char *>(own.bytes.data()), static_cast<qsizetype>(size));
    QByteArray base64 = raw.toBase64();
    Secret secret = Secret::fromText(base64).value();
    wipe(raw);
    wipe(base64);
    return secret;
}

PublicKey SigningKey::publicKey() const
{
    PublicKey key;
    std::size_t size = key.bytes.size();
    requireKeyBytes(EVP_PKEY_get_raw_public_key(m_key.get(), key.bytes.data(), &size) == 1
                    && size == key.bytes.size());
    return key;
}

Result<QByteArray> SigningKey::sign(QByteArrayView message) const
{
    const CryptoErrors errors;
    const SignatureContext context(EVP_MD_CTX_new());
    QByteArray signature(SignatureSize, '\0');
    auto size = static_cast<std::size_t>(signature.size());
    const bool isSigned = context
        && EVP_DigestSignInit_ex(context.get(), nullptr, nullptr, cryptoLibrary(), nullptr, m_key.get(),
                                 nullptr)
            == 1
        && EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                          unsignedBytes(message), static_cast<std::size_t>(message.size()))
            == 1;
    if (!isSigned || size != static_cast<std::size_t>(SignatureSize)) {
        return Error{
            .kind = ErrorKind::Internal,
            .message = Trailglass::tr("The signature could not be made. Restart the program and try again."),
            .detail = u"EVP_DigestSign"_s};
    }
    return signature;
}

bool verifies(const PublicKey &key, QByteArrayView message, QByteArrayView signature)
{
    if (signature.size() != SigningKey::SignatureSize)
        return false;
    const CryptoErrors errors;
    const std::unique_ptr<EVP_PKEY, PKeyFree> publicKey(EVP_PKEY_new_raw_public_key_ex(
        cryptoLibrary(), Ed25519Name, nullptr, key.bytes.data(), key.bytes.size()));
    const SignatureContext context(EVP_MD_CTX_new());
    return publicKey && context
        && EVP_DigestVerifyInit_ex(context.get(), nullptr, nullptr, cryptoLibrary(), nullptr, publicKey.get(),
                                   nullptr)
        == 1
        && EVP_DigestVerify(context.get(), unsignedBytes(signature),
                            static_cast<std::size_t>(signature.size()), unsignedBytes(message),
                            static_cast<std::size_t>(message.size()))
        == 1;
}

} // namespace Trailglass
