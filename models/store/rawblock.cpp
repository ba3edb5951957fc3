// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/rawblock.h"

#include <QtEndian>

#include <zstd.h>

namespace Trailglass {

namespace {

/// Higher levels gain a few percent and halve the import's speed.
constexpr int CompressionLevel = 3;

constexpr std::size_t LengthSize = sizeof(quint32);

Error damaged(const char *detail)
{
    return {.kind = ErrorKind::Malformed,
            .message = QStringLiteral("damaged block"),
            .detail = QString::fromLatin1(detail)};
}

/// \returns false when the lengths do not add up to the bytes there are
bool cut(std::size_t count, RawBlock &block)
{
    const std::span<const char> bytes = block.bytes;
    if (bytes.size() < count * LengthSize)
        return false;
    block.texts.reserve(count);
    std::size_t position = count * LengthSize;
    for (std::size_t index = 0; index < count; ++index) {
        const std::size_t length = qFromLittleEndian<quint32>(bytes.data() + index * LengthSize);
        if (length > bytes.size() - position)
            return false;
        block.texts.emplace_back(bytes.data() + position, length);
        position += length;
    }
    return position == bytes.size();
}

} // namespace

void RawBlockCodec::FreeCompressor::operator()(ZSTD_CCtx_s *context) const
{
    ZSTD_freeCCtx(context);
}

void RawBlockCodec::FreeDecompressor::operator()(ZSTD_DCtx_s *context) const
{
    ZSTD_freeDCtx(context);
}

RawBlockCodec::RawBlockCodec()
    : m_compressor(ZSTD_createCCtx())
    , m_decompressor(ZSTD_createDCtx())
{
    ZSTD_CCtx_setParameter(m_compressor.get(), ZSTD_c_compressionLevel, CompressionLevel);
    ZSTD_CCtx_setParameter(m_compressor.get(), ZSTD_c_checksumFlag, 1);
}

RawBlockCodec::~RawBlockCodec() = default;

Result<std::span<const char>> RawBlockCodec::pack(std::span<const std::string_view> texts)
{
    m_plain.resize(texts.size() * LengthSize);
    for (std::size_t index = 0; index < texts.size(); ++index) {
        qToLittleEndian(static_cast<quint32>(texts[index].size()), m_plain.data() + index * LengthSize);
        m_plain.insert(m_plain.end(), texts[index].begin(), texts[index].end());
    }
    m_packed.resize(ZSTD_compressBound(m_plain.size()));
    const std::size_t size =
        ZSTD_compress2(m_compressor.get(), m_packed.data(), m_packed.size(), m_plain.data(), m_plain.size());
    if (ZSTD_isError(size))
        return Error{.kind = ErrorKind::Internal,
                     .message = QStringLiteral("compression failed"),
                     .detail = QString::fromLatin1(ZSTD_getErrorName(size))};
    return std::span<const char>(m_packed.data(), size);
}

Result<void> RawBlockCodec::unpack(std::span<const char> packed, std::size_t count, RawBlock &block)
{
    block.bytes.clear();
    block.texts.clear();
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > RawBlock::UnpackedLimit)
        return damaged("no size, or an impossible one");
    block.bytes.resize(size);
    const std::size_t unpacked = ZSTD_decompressDCtx(m_decompressor.get(), block.bytes.data(),
                                                     block.bytes.size(), packed.data(), packed.size());
    if (ZSTD_isError(unpacked) || unpacked != size || !cut(count, block)) {
        block.bytes.clear();
        block.texts.clear();
        return damaged(ZSTD_isError(unpacked) ? ZSTD_getErrorName(unpacked) : "lengths do not match");
    }
    return {};
}

} // namespace Trailglass
