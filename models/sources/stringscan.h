// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <bit>
#include <cstring>

namespace Trailglass {

/// True for the four characters that RFC 8259 allows between tokens.
[[nodiscard]] inline bool isJsonWhitespace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Finds what ends a run of plain characters inside a JSON string: a quote, a backslash or a control
/// character < 0x20.
///
/// Reads eight bytes at a time, never outside [begin, end).
/// \returns end when there is none
[[nodiscard]] inline const char *findStringSpecial(const char *begin, const char *end)
{
    constexpr quint64 ones = 0x0101010101010101;
    constexpr quint64 highBits = ones << 7;
    if constexpr (std::endian::native == std::endian::little) {
        for (; end - begin >= 8; begin += 8) {
            quint64 word;
            std::memcpy(&word, begin, sizeof word);
            const quint64 quote = word ^ (ones * '"');
            const quint64 backslash = word ^ (ones * '\\');
            // A borrow can only spoil bytes above a true hit, so the lowest hit is always right.
            const quint64 hits = (((quote - ones) & ~quote) | ((backslash - ones) & ~backslash)
                                  | ((word - ones * 0x20) & ~word))
                & highBits;
            if (hits != 0)
                return begin + std::countr_zero(hits) / 8;
        }
    }
    while (begin != end && *begin != '"' && *begin != '\\' && static_cast<unsigned char>(*begin) >= 0x20)
        ++begin;
    return begin;
}

} // namespace Trailglass
