// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <algorithm>
#include <bit>
#include <cstring>
#include <string_view>

namespace Trailglass {

/// Whether \a c is one of the four characters that RFC 8259 allows between tokens.
[[nodiscard]] inline bool isJsonWhitespace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// \returns \a text without the whitespace at its start
[[nodiscard]] inline std::string_view skipJsonWhitespace(std::string_view text)
{
    const auto first = std::find_if_not(text.begin(), text.end(), isJsonWhitespace);
    return text.substr(static_cast<std::size_t>(first - text.begin()));
}

/// Finds the first character that cannot stand for itself inside a JSON string: a quote, a backslash or a
/// control character (< 0x20).
///
/// Reads eight bytes at a time, never outside [begin, end).
/// \returns end if there is none
[[nodiscard]] inline const char *findStringSpecial(const char *begin, const char *end)
{
    constexpr quint64 ones = 0x0101010101010101;
    constexpr quint64 highBits = ones << 7;
    if constexpr (std::endian::native == std::endian::little) {
        for (; end - begin >= 8; begin += 8) {
            quint64 word = 0;
            std::memcpy(&word, begin, sizeof word);
            const quint64 quote = word ^ (ones * '"');
            const quint64 backslash = word ^ (ones * '\\');
            // A borrow can only change bytes above a true hit, so the lowest hit is always right.
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
