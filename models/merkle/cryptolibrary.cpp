// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/cryptolibrary.h"

#include <openssl/crypto.h>
#include <openssl/err.h>

namespace Trailglass {

ossl_lib_ctx_st *cryptoLibrary()
{
    // Never freed: threads that end with the process may still hash. Without memory for it the default one is used.
    // NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
    static OSSL_LIB_CTX *const library = OSSL_LIB_CTX_new();
    return library;
}

CryptoErrors::CryptoErrors()
{
    ERR_set_mark();
}

CryptoErrors::~CryptoErrors()
{
    ERR_pop_to_mark();
}

} // namespace Trailglass
