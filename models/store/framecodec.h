// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <memory>
#include <span>
#include <vector>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace Trailglass {

/// Packs bytes into zstd frames with a checksum; keeps the compressor's working memory between calls.
///
/// \thread one at a time
class FrameCodec
{
public:
    FrameCodec();
    ~FrameCodec();
    FrameCodec(const FrameCodec &) = delete;
    FrameCodec &operator=(const FrameCodec &) = delete;

    /// \returns bytes valid until the next call
    Result<std::span<const char>> pack(std::span<const char> plain);

    /// \param limit  bytes; a damaged size must not make a reader allocate gigabytes
    /// \param plain  gets the bytes; empty after an error
    /// \error Malformed for anything but a whole, unaltered frame of at most \a limit bytes
    Result<void> unpack(std::span<const char> packed, std::size_t limit, std::vector<char> &plain);

private:
    struct FreeCompressor
    {
        void operator()(ZSTD_CCtx_s *context) const;
    };
    struct FreeDecompressor
    {
        void operator()(ZSTD_DCtx_s *context) const;
    };
    std::unique_ptr<ZSTD_CCtx_s, FreeCompressor> m_compressor; ///< made by the first pack()
    std::unique_ptr<ZSTD_DCtx_s, FreeDecompressor> m_decompressor;
    std::vector<char> m_packed;
};

} // namespace Trailglass
