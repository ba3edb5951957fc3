// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QtEndian>

#include <span>
#include <string>
#include <string_view>

namespace Trailglass {

// The smallest parts of ClickHouse's binary formats. Pure; any thread.
// \source ClickHouse documentation, formats RowBinary and Native

/// Appends an unsigned number in groups of seven bits, the lowest first; all but the last have the top bit set.
/// \param out  std::string or QByteArray
template <class Bytes>
void appendVariableLength(Bytes &out, quint64 number)
{
    constexpr quint64 More = 0x80;
    for (; number >= More; number >>= 7)
        out.push_back(static_cast<char>(static_cast<quint8>(number | More)));
    out.push_back(static_cast<char>(static_cast<quint8>(number)));
}

/// Appends a text: its length in bytes, then the bytes.
inline void appendNativeText(std::string &out, std::string_view text)
{
    appendVariableLength(out, text.size());
    out += text;
}

inline void appendNativeText(QByteArray &out, std::string_view text)
{
    appendVariableLength(out, text.size());
    out.append(text.data(), static_cast<qsizetype>(text.size()));
}

/// Appends integers, the lowest byte of each first.
template <class Integer>
void appendLittleEndian(QByteArray &out, std::span<const Integer> numbers)
{
    if (numbers.empty())
        return;
    const qsizetype before = out.size();
    out.resize(before + static_cast<qsizetype>(numbers.size_bytes()));
    qToLittleEndian<Integer>(numbers.data(), static_cast<qsizetype>(numbers.size()), out.data() + before);
}

template <class Integer>
void appendLittleEndian(QByteArray &out, Integer number)
{
    appendLittleEndian(out, std::span<const Integer>(&number, 1));
}

} // namespace Trailglass
