// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/inputs/zstddecoder.h"

#include <zstd.h>
#include <zstd_errors.h>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxWindowLog = 27; // 128 MiB

} // namespace

ZstdDecoder::ZstdDecoder()
    : m_stream(ZSTD_createDCtx())
    , m_piece(PieceBytes, Qt::Uninitialized)
    , m_isBroken(!m_stream
                 || ZSTD_isError(ZSTD_DCtx_setParameter(m_stream.get(), ZSTD_d_windowLogMax, MaxWindowLog)))
{
}

ZstdDecoder::~ZstdDecoder() = default;

void ZstdDecoder::StreamDeleter::operator()(ZSTD_DCtx_s *stream) const
{
    ZSTD_freeDCtx(stream);
}

QString ZstdDecoder::name() const
{
    return u"zstd"_s;
}

void ZstdDecoder::feed(const QByteArray &packed)
{
    Q_ASSERT(m_read == m_packed.size());
    m_packed = packed;
    m_read = 0;
}

std::optional<QByteArray> ZstdDecoder::next()
{
    ZSTD_outBuffer out{.dst = m_piece.data(), .size = static_cast<std::size_t>(PieceBytes), .pos = 0};
    ZSTD_inBuffer in{.src = m_packed.constData(),
                     .size = static_cast<std::size_t>(m_packed.size()),
                     .pos = static_cast<std::size_t>(m_read)};
    bool isMoving = !m_isBroken;
    // A full piece may leave more in the window, without any input left.
    while (isMoving && out.pos < out.size && !(m_isWhole && in.pos == in.size)) {
        const std::size_t before = out.pos + in.pos;
        const std::size_t missing = ZSTD_decompressStream(m_stream.get(), &out, &in);
        m_isBroken = ZSTD_isError(missing) != 0;
        m_isTooWide = ZSTD_getErrorCode(missing) == ZSTD_error_frameParameter_windowTooLarge;
        m_isWhole = missing == 0;
        // A whole frame is checked, whatever follows it.
        isMoving = !m_isBroken && out.pos + in.pos > before && !(m_isWhole && out.pos > 0);
    }
    m_read = static_cast<qsizetype>(in.pos);
    if (m_isBroken)
        return {};
    return m_piece.first(static_cast<qsizetype>(out.pos));
}

} // namespace Trailglass
