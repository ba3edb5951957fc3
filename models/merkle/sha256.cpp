// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/sha256.h"

#include "models/merkle/cryptolibrary.h"

#include <QtGlobal>

#include <openssl/evp.h>

namespace Trailglass {

namespace {

// Looked up once: libcrypto takes longer to find an algorithm than to hash a node.
const EVP_MD *sha256Algorithm()
{
    static const EVP_MD *const algorithm = EVP_MD_fetch(cryptoLibrary(), "SHA256", nullptr);
    return algorithm;
}

void requireHashing(bool worked)
{
    if (!worked)
        qFatal("libcrypto cannot compute SHA-256");
}

} // namespace

void Sha256::ContextDeleter::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

Sha256::Sha256()
    : m_context(EVP_MD_CTX_new())
{
    const EVP_MD *const algorithm = sha256Algorithm();
    requireHashing(m_context && algorithm && EVP_DigestInit_ex2(m_context.get(), algorithm, nullptr) == 1);
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

Sha256 &Sha256::add(std::string_view bytes)
{
    requireHashing(EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()) == 1);
    return *this;
}

Digest Sha256::finish()
{
    Digest digest;
    requireHashing(EVP_DigestFinal_ex(m_context.get(), digest.bytes.data(), nullptr) == 1
                   && EVP_DigestInit_ex2(m_context.get(), nullptr, nullptr) == 1);
    return digest;
}

} // namespace Trailglass
