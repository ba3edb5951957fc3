// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

struct ossl_lib_ctx_st;

namespace Trailglass {

/// The context of libcrypto that all of this module uses: its own, with what libcrypto itself implements, so that no
/// configuration file of the system decides whether and how a hash is computed.
///
/// \thread any
[[nodiscard]] ossl_lib_ctx_st *cryptoLibrary();

/// While it exists, libcrypto may note errors on this thread; they are forgotten at its end, so that the next one who
/// looks, such as TLS, does not take them for its own.
class CryptoErrors
{
public:
    CryptoErrors();
    ~CryptoErrors();
    CryptoErrors(const CryptoErrors &) = delete;
    CryptoErrors &operator=(const CryptoErrors &) = delete;
};

} // namespace Trailglass
