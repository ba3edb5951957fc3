// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/rawblock.h"

#include <QtEndian>

namespace Trailglass {

namespace {

constexpr std::size_t LengthSize = sizeof(quint32);

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

Result<std::span<const char>> RawBlockCodec::pack(std::span<const std::string_view> texts)
{
    m_plain.resize(texts.size() * LengthSize);
    for (std::size_t index = 0; index < texts.size(); ++index) {
        qToLittleEndian(static_cast<quint32>(texts[index].size()), m_plain.data() + index * LengthSize);
        m_plain.insert(m_plain.end(), texts[index].begin(), texts[index].end());
    }
    return m_codec.pack(m_plain);
}

Result<void> RawBlockCodec::unpack(std::span<const char> packed, std::size_t count, RawBlock &block)
{
    block.texts.clear();
    TRY(m_codec.unpack(packed, RawBlock::UnpackedLimit, block.bytes));
    if (cut(count, block))
        return {};
    block.bytes.clear();
    block.texts.clear();
    return Error{.kind = ErrorKind::Malformed,
                 .message = QStringLiteral("damaged block"),
                 .detail = QStringLiteral("lengths do not match")};
}

} // namespace Trailglass
