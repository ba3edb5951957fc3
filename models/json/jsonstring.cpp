// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/jsonstring.h"

#include "models/json/utf8.h"

#include <algorithm>

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

/// The character that an escape stands for, and the length of the escape in bytes.
struct Unescaped
{
    char32_t character;
    std::size_t length;
    bool isLone = false; ///< half of a pair, for which the character stands in
};

/// Reads the `\uXXXX`, or the pair of them, at the start of \a text.
std::optional<Unescaped> unicodeCharacter(std::string_view text)
{
    const auto unit = readUnicodeEscape(text);
    if (!unit)
        return {};
    if (isHighSurrogate(*unit)) {
        const auto low = readUnicodeEscape(text.substr(6));
        if (low && isLowSurrogate(*low))
            return Unescaped{0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00), 12};
    }
    const bool isLone = isHighSurrogate(*unit) || isLowSurrogate(*unit);
    return Unescaped{isLone ? ReplacementCharacter : *unit, 6, isLone};
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

/// The escape at the start of \a text; nothing if there is none that RFC 8259 allows.
std::optional<Unescaped> escapeAt(std::string_view text)
{
    if (text.size() < 2 || text[0] != '\\')
        return {};
    if (const auto character = shortEscape(text[1]))
        return Unescaped{*character, 2};
    return unicodeCharacter(text);
}

} // namespace

std::optional<char32_t> readUnicodeEscape(std::string_view text)
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

std::string decodeJsonString(std::string_view withoutQuotes)
{
    std::string out;
    appendDecodedJsonString(out, withoutQuotes);
    return out;
}

bool hasLoneSurrogate(std::string_view withoutQuotes)
{
    constexpr auto None = std::string_view::npos;
    for (auto begin = withoutQuotes.find('\\'); begin != None; begin = withoutQuotes.find('\\')) {
        withoutQuotes.remove_prefix(begin);
        const auto escape = escapeAt(withoutQuotes);
        if (escape && escape->isLone)
            return true;
        withoutQuotes.remove_prefix(escape ? escape->length : 1);
    }
    return false;
}

void appendDecodedJsonString(std::string &out, std::string_view withoutQuotes)
{
    const auto takeUnescaped = [&withoutQuotes] {
        const auto unescaped = withoutQuotes.substr(0, withoutQuotes.find('\\'));
        withoutQuotes.remove_prefix(unescaped.size());
        return unescaped;
    };
    out.append(takeUnescaped());
    if (withoutQuotes.empty())
        return;
    const std::size_t begin = out.size();
    out.resize(begin + withoutQuotes.size()); // decoding never makes it longer
    char *to = out.data() + begin;
    while (!withoutQuotes.empty()) { // at a backslash
        const auto escape = escapeAt(withoutQuotes);
        to = escape ? writeUtf8(to, escape->character) : to;
        if (!escape)
            *to++ = withoutQuotes.front();
        withoutQuotes.remove_prefix(escape ? escape->length : 1);
        to = std::ranges::copy(takeUnescaped(), to).out;
    }
    out.resize(static_cast<std::size_t>(to - out.data()));
}

} // namespace Trailglass
