// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/gzip.h"

#include <QtEndian>

#include <array>

namespace Trailglass::Support {

namespace {

constexpr std::array<quint32, 256> makeTable()
{
    std::array<quint32, 256> table{};
    for (quint32 index = 0; index < 256; ++index) {
        quint32 value = index;
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1U) ^ ((value & 1U) != 0 ? 0xEDB88320U : 0U);
        table[index] = value;
    }
    return table;
}

quint32 crc32(QByteArrayView bytes)
{
    static constexpr std::array<quint32, 256> Table = makeTable();
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes)
        crc = Table[(crc ^ static_cast<quint8>(byte)) & 0xFFU] ^ (crc >> 8U);
    return ~crc;
}

void appendLittleEndian(QByteArray &out, quint32 value)
{
    std::array<char, 4> bytes{};
    qToLittleEndian(value, bytes.data());
    out.append(bytes.data(), bytes.size());
}

} // namespace

QByteArray gzip(QByteArrayView plain)
{
    // qCompress() wraps the deflate stream in its own 4-byte length, a 2-byte zlib header and a 4-byte
    // checksum.
    constexpr qsizetype Front = 4 + 2;
    constexpr qsizetype Back = 4;
    static constexpr std::array<char, 10> Head{'\x1f', '\x8b', 8, 0, 0, 0, 0, 0, 0, '\xff'};

    const QByteArray wrapped = qCompress(reinterpret_cast<const uchar *>(plain.data()), plain.size());
    QByteArray out(Head.data(), Head.size());
    // Of an empty input qCompress() returns the length alone: this is the empty deflate stream.
    if (plain.isEmpty())
        out.append("\x03\x00", 2);
    else
        out.append(wrapped.constData() + Front, wrapped.size() - Front - Back);
    appendLittleEndian(out, crc32(plain));
    appendLittleEndian(out, static_cast<quint32>(plain.size()));
    return out;
}

} // namespace Trailglass::Support
