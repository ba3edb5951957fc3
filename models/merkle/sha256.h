// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/merkle/digest.h"

#include <memory>
#include <string_view>

struct evp_md_ctx_st;

namespace Trailglass {

/// SHA-256 of any number of messages, one after the other, by libcrypto, which uses the instructions of the processor where
/// there are some. Kept for several messages: making one costs as much as hashing a kilobyte.
///
/// A library that cannot hash ends the program: a hash that is missing without a word would be worse.
/// \thread any, one at a time; after a move only to be assigned to or destroyed
/// \source FIPS 180-4
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;

    /// Goes on with the message.
    Sha256 &add(std::string_view bytes);

    /// Ends the message: the next add() begins another one.
    [[nodiscard]] Digest finish();

private:
    struct ContextDeleter
    {
        void operator()(evp_md_ctx_st *context) const;
    };

    std::unique_ptr<evp_md_ctx_st, ContextDeleter> m_context;
};

} // namespace Trailglass
