// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/re2text.h"

#include "models/json/utf8.h"

#include <array>
#include <charconv>

namespace Trailglass {

namespace {

/// Whether RE2, or a server that looks at a pattern before it gives it to RE2, may take the character for something else.
bool hasMeaningInRe2(char32_t character)
{
    constexpr std::u32string_view Special = U"\\.+*?()|[]{}^$-&~/";
    constexpr char32_t FirstPrintable = 0x20;
    constexpr char32_t Delete = 0x7F;
    return character < FirstPrintable || character == Delete
        || Special.find(character) != std::u32string_view::npos;
}

} // namespace

void appendRe2Character(std::string &pattern, char32_t character)
{
    if (!hasMeaningInRe2(character)) {
        appendUtf8(pattern, character);
        return;
    }
    std::array<char, 8> digits{};
    constexpr int Hexadecimal = 16;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(),
                                   static_cast<unsigned>(character), Hexadecimal)
                         .ptr;
    pattern += "\\x{";
    pattern.append(digits.data(), end);
    pattern += '}';
}

std::string re2AnyOf(std::u32string_view characters)
{
    std::string pattern;
    for (const char32_t character : characters)
        appendRe2Character(pattern, character);
    return characters.size() == 1 ? pattern : '[' + pattern + ']';
}

} // namespace Trailglass
