// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/inputs/inflater.h"

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// The largest window. With 16 added "gzip and nothing else", negative "deflate without any frame".
/// \source zlib.h, inflateInit2()
constexpr int WindowBits = 15;

} // namespace

Inflater::Inflater(Framing framing)
    : m_framing(framing)
    , m_stream(new z_stream{})
    , m_piece(PieceBytes, Qt::Uninitialized)
    , m_isWhole(framing == Framing::Gzip)
{
    const int bits = framing == Framing::Gzip ? WindowBits + 16 : -WindowBits;
    m_isBroken = inflateInit2(m_stream.get(), bits) != Z_OK;
}

Inflater::~Inflater() = default;

void Inflater::StreamDeleter::operator()(z_stream_s *stream) const
{
    inflateEnd(stream);
    delete stream;
}

QString Inflater::name() const
{
    return m_framing == Framing::Gzip ? u"gzip"_s : u"deflate"_s;
}

void Inflater::feed(const QByteArray &packed)
{
    Q_ASSERT(m_left == 0);
    m_packed = packed;
    m_left = packed.size();
}

std::optional<QByteArray> Inflater::next()
{
    m_stream->next_out = reinterpret_cast<Bytef *>(m_piece.data());
    m_stream->avail_out = static_cast<uInt>(PieceBytes);
    // A full piece may leave more in zlib's window, without any input left.
    int result = m_isBroken ? Z_DATA_ERROR : Z_OK;
    while (result == Z_OK && m_stream->avail_out > 0) {
        if (m_isWhole && m_left == 0) {
            break;
        }
        if (m_isWhole && m_framing == Framing::None) {
            result = Z_DATA_ERROR; // something follows the stream
            break;
        }
        m_isWhole = false;
        const char *left = m_packed.constData() + m_packed.size() - m_left;
        // zlib only reads its input, but does not say so in the type.
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
        m_stream->next_in = reinterpret_cast<Bytef *>(const_cast<char *>(left));
        m_stream->avail_in = static_cast<uInt>(m_left);
        result = inflate(m_stream.get(), Z_NO_FLUSH);
        m_left = m_stream->avail_in;
        if (result == Z_STREAM_END) {
            m_isWhole = true;
            result = inflateReset(m_stream.get());
            if (m_stream->avail_out < static_cast<uInt>(PieceBytes)) {
                break; // it is checked, whatever follows it
            }
        }
    }
    // Z_BUF_ERROR is no error: all input is read and all output given.
    m_isBroken = result != Z_OK && result != Z_BUF_ERROR;
    if (m_isBroken) {
        return {};
    }
    return m_piece.first(PieceBytes - static_cast<qsizetype>(m_stream->avail_out));
}

} // namespace Trailglass
