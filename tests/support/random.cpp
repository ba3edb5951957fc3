// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/random.h"

namespace Trailglass::Support {

namespace {

/// FNV-1a: spreads a name over 64 bits.
quint64 hashed(QByteArrayView text)
{
    quint64 hash = 0xcbf29ce484222325U;
    for (const char byte : text)
        hash = (hash ^ static_cast<quint8>(byte)) * 0x100000001b3U;
    return hash;
}

} // namespace

Random::Random(quint64 seed, QByteArrayView stream)
    : m_engine(seed ^ hashed(stream))
{
}

qint64 Random::below(qint64 bound)
{
    // The bias of the remainder is below bound / 2^64, which no test can see.
    return static_cast<qint64>(m_engine() % static_cast<quint64>(bound));
}

QByteArray Random::hex(int digits)
{
    return symbols(digits, "0123456789abcdef");
}

QByteArray Random::letters(int count)
{
    return symbols(count, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
}

QByteArray Random::uuid()
{
    QByteArray text = hex(36);
    for (const int dash : {8, 13, 18, 23})
        text[dash] = '-';
    text[14] = '4';
    text[19] = "89ab"[below(4)];
    return text;
}

QByteArray Random::symbols(int count, QByteArrayView alphabet)
{
    QByteArray text(count, Qt::Uninitialized);
    quint64 bits = 0;
    for (int index = 0; index < count; ++index) {
        if (index % 8 == 0)
            bits = m_engine();
        text[index] =
            alphabet[static_cast<qsizetype>((bits & 0xffU) * static_cast<quint64>(alphabet.size()) >> 8U)];
        bits >>= 8U;
    }
    return text;
}

} // namespace Trailglass::Support
