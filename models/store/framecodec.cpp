// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/framecodec.h"

#include <zstd.h>

namespace Trailglass {

namespace {

/// Higher levels gain a few percent and halve the import's speed.
constexpr int CompressionLevel = 3;

Error damaged(const char *detail)
{
    return {.kind = ErrorKind::Malformed,
            .message = QStringLiteral("damaged block"),
            .detail = QString::fromLatin1(detail)};
}

} // namespace

void FrameCodec::FreeCompressor::operator()(ZSTD_CCtx_s *context) const
{
    ZSTD_freeCCtx(context);
}

void FrameCodec::FreeDecompressor::operator()(ZSTD_DCtx_s *context) const
{
    ZSTD_freeDCtx(context);
}

FrameCodec::FrameCodec()
    : m_decompressor(ZSTD_createDCtx())
{
}

FrameCodec::~FrameCodec() = default;

Result<std::span<const char>> FrameCodec::pack(std::span<const char> plain)
{
    if (!m_compressor) {
        m_compressor.reset(ZSTD_createCCtx());
        ZSTD_CCtx_setParameter(m_compressor.get(), ZSTD_c_compressionLevel, CompressionLevel);
        ZSTD_CCtx_setParameter(m_compressor.get(), ZSTD_c_checksumFlag, 1);
    }
    m_packed.resize(ZSTD_compressBound(plain.size()));
    const std::size_t size =
        ZSTD_compress2(m_compressor.get(), m_packed.data(), m_packed.size(), plain.data(), plain.size());
    if (ZSTD_isError(size))
        return Error{.kind = ErrorKind::Internal,
                     .message = QStringLiteral("compression failed"),
                     .detail = QString::fromLatin1(ZSTD_getErrorName(size))};
    return std::span<const char>(m_packed.data(), size);
}

Result<void> FrameCodec::unpack(std::span<const char> packed, std::size_t limit, std::vector<char> &plain)
{
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > limit) {
        plain.clear();
        return damaged("no size, or an impossible one");
    }
    plain.resize(size); // not cleared before: what is there need not be filled with zeros to be overwritten
    const std::size_t unpacked =
        ZSTD_decompressDCtx(m_decompressor.get(), plain.data(), plain.size(), packed.data(), packed.size());
    if (!ZSTD_isError(unpacked) && unpacked == size)
        return {};
    plain.clear();
    return damaged(ZSTD_isError(unpacked) ? ZSTD_getErrorName(unpacked) : "not as long as it says");
}

} // namespace Trailglass
