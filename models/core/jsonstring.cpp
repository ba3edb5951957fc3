// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/jsonstring.h"

#include <algorithm>
#include <optional>

namespace Trailglass {

namespace {

constexpr char32_t ReplacementCharacter = 0xFFFD;

bool isHighSurrogate(char32_t unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}

bool isLowSurrogate(char32_t unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

std::optional<char32_t> hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return static_cast<char32_t>(c - '0');
    if (c >= 'a' && c <= 'f')
        return static_cast<char32_t>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F')
        return static_cast<char32_t>(c - 'A' + 10);
    return {};
}

/// Reads `\uXXXX` at the start of \a text.
std::optional<char32_t> unicodeEscape(std::string_view text)
{
    if (text.size() < 6 || text[0] != '\\' || text[1] != 'u')
        return {};
    char32_t unit = 0;
    for (const char c : text.substr(2, 4)) {
        const auto digit = hexDigit(c);
        if (!digit)
            return {};
        unit = unit * 16 + *digit;
    }
    return unit;
}

char *writeUtf8(char *to, char32_t character)
{
    const auto put = [&to](char32_t byte) {
        *to++ = static_cast<char>(byte);
    };
    if (character < 0x80) {
        put(character);
        return to;
    }
    if (character < 0x800) {
        put(0xC0 | (character >> 6));
    } else if (character < 0x10000) {
        put(0xE0 | (character >> 12));
        put(0x80 | ((character >> 6) & 0x3F));
    } else {
        put(0xF0 | (character >> 18));
        put(0x80 | ((character >> 12) & 0x3F));
        put(0x80 | ((character >> 6) & 0x3F));
    }
    put(0x80 | (character & 0x3F));
    return to;
}

/// What stands for an escape, and how many bytes the escape is long.
struct Unescaped
{
    char32_t character;
    std::size_t length;
};

/// Reads the `\uXXXX`, or pair of them, that \a text begins with.
std::optional<Unescaped> unicodeCharacter(std::string_view text)
{
    const auto unit = unicodeEscape(text);
    if (!unit)
        return {};
    if (isHighSurrogate(*unit)) {
        const auto low = unicodeEscape(text.substr(6));
        if (low && isLowSurrogate(*low))
            return Unescaped{0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00), 12};
    }
    const bool isLone = isHighSurrogate(*unit) || isLowSurrogate(*unit);
    return Unescaped{isLone ? ReplacementCharacter : *unit, 6};
}

std::optional<char32_t> shortEscape(char letter)
{
    switch (letter) {
    case '"':
        return U'"';
    case '\\':
        return U'\\';
    case '/':
        return U'/';
    case 'b':
        return U'\b';
    case 'f':
        return U'\f';
    case 'n':
        return U'\n';
    case 'r':
        return U'\r';
    case 't':
        return U'\t';
    default:
        return {};
    }
}

/// The escape that \a text begins with; nothing when it begins with none that JSON knows.
std::optional<Unescaped> escapeAt(std::string_view text)
{
    if (text.size() < 2 || text[0] != '\\')
        return {};
    if (const auto character = shortEscape(text[1]))
        return Unescaped{*character, 2};
    return unicodeCharacter(text);
}

} // namespace

std::string decodeJsonString(std::string_view withoutQuotes)
{
    std::string out;
    appendDecodedJsonString(out, withoutQuotes);
    return out;
}

void appendDecodedJsonString(std::string &out, std::string_view withoutQuotes)
{
    const std::size_t plain = std::min(withoutQuotes.find('\\'), withoutQuotes.size());
    out.append(withoutQuotes.substr(0, plain));
    withoutQuotes.remove_prefix(plain);
    if (withoutQuotes.empty())
        return;
    const std::size_t begin = out.size();
    out.resize(begin + withoutQuotes.size()); // decoding never makes it longer
    char *to = out.data() + begin;
    while (!withoutQuotes.empty()) {
        const auto escape = escapeAt(withoutQuotes);
        to = escape ? writeUtf8(to, escape->character) : to;
        if (!escape)
            *to++ = withoutQuotes.front();
        withoutQuotes.remove_prefix(escape ? escape->length : 1);
    }
    out.resize(static_cast<std::size_t>(to - out.data()));
}

} // namespace Trailglass
