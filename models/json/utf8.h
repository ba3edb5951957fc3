// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <string>
#include <string_view>

namespace Trailglass {

/// What may stand at the start of a UTF-8 text and is not part of it.
inline constexpr std::string_view ByteOrderMark = "\xEF\xBB\xBF";

/// Checks UTF-8 byte by byte, for text that arrives in pieces: no overlong forms, no surrogates, nothing
/// above U+10FFFF.
/// \thread any, one at a time
/// \source Unicode 15 table 3-7
class Utf8Checker
{
public:
    /// \returns false if \a byte cannot follow the bytes before it; the checker must not be used after that
    [[nodiscard]] bool accept(char byte);

private:
    quint8 m_missing = 0; ///< continuation bytes
    quint8 m_min = 0x80; ///< of the next continuation byte
    quint8 m_max = 0xBF;
};

/// Whether \a text is complete, valid UTF-8. Reads several GB/s.
/// \thread any
[[nodiscard]] bool isValidUtf8(std::string_view text);

/// The index of the first byte that Utf8Checker does not accept; npos if there is none. A sequence that is
/// cut off by the end of \a text is accepted.
/// \thread any
[[nodiscard]] std::size_t findInvalidUtf8(std::string_view text);

/// Whether a byte of valid UTF-8 belongs to the character of the byte before it.
/// \thread any
[[nodiscard]] constexpr bool isContinuationByte(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Reads the code point at \a position and moves after it. A byte that starts no valid sequence reads as
/// U+FFFD.
/// \pre position < utf8.size()
/// \thread any
[[nodiscard]] char32_t nextCodePoint(std::string_view utf8, std::size_t &position);

/// Writes a code point that is not a surrogate as one to four bytes.
/// \returns the place after the last byte
/// \thread any
char *writeUtf8(char *to, char32_t codePoint);

void appendUtf8(std::string &out, char32_t codePoint);

} // namespace Trailglass
