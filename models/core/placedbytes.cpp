// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/placedbytes.h"

#include <array>
#include <charconv>
#include <string_view>

namespace Trailglass {

namespace {

using namespace std::string_view_literals;

/// An escape at the beginning of some bytes; of length 0 where there is none.
struct Escape
{
    std::size_t length = 0;
    std::string bytes = {};
};

struct Name
{
    std::string_view name;
    char sign;
};

/// HTML's names of ASCII signs, and of what is a space or nothing on the screen.
/// \source HTML Living Standard, 13.5
constexpr std::array SignNames{
    Name{"amp", '&'},    Name{"lt", '<'},     Name{"gt", '>'},       Name{"quot", '"'},   Name{"apos", '\''},
    Name{"sol", '/'},    Name{"bsol", '\\'},  Name{"plus", '+'},     Name{"equals", '='}, Name{"colon", ':'},
    Name{"semi", ';'},   Name{"comma", ','},  Name{"period", '.'},   Name{"excl", '!'},   Name{"quest", '?'},
    Name{"num", '#'},    Name{"dollar", '$'}, Name{"percnt", '%'},   Name{"ast", '*'},    Name{"commat", '@'},
    Name{"lowbar", '_'}, Name{"Hat", '^'},    Name{"grave", '`'},    Name{"lpar", '('},   Name{"rpar", ')'},
    Name{"lsqb", '['},   Name{"rsqb", ']'},   Name{"lbrack", '['},   Name{"rbrack", ']'}, Name{"lcub", '{'},
    Name{"rcub", '}'},   Name{"lbrace", '{'}, Name{"rbrace", '}'},   Name{"verbar", '|'}, Name{"vert", '|'},
    Name{"AMP", '&'},    Name{"LT", '<'},     Name{"GT", '>'},       Name{"QUOT", '"'},   Name{"Tab", '\t'},
    Name{"nbsp", ' '},   Name{"shy", ' '},    Name{"NewLine", '\n'},
};

/// The escapes of JSON for control characters, and these.
constexpr std::string_view ControlLetters = "nrtbf";
constexpr std::string_view Controls = "\n\r\t\b\f";

/// A line break in HTML, and control characters as visibleText() shows them.
constexpr std::array SpaceTokens{"<LF>"sv,   "<CR>"sv,   "<TAB>"sv,  "<br>"sv,   "<br/>"sv,
                                 "<br />"sv, "<BR>"sv,   "<wbr>"sv,  "\u00A0"sv, "\u00AD"sv,
                                 "\u0085"sv, "\u205F"sv, "\u2060"sv, "\u3000"sv, "\uFEFF"sv};

constexpr std::size_t LongestReference = 10; ///< between `&` and `;`
constexpr int Hexadecimal = 16;
constexpr int Decimal = 10;

/// The whole text as a number.
std::optional<char32_t> number(std::string_view digits, int base)
{
    std::uint32_t value = 0;
    const char *end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, value, base);
    return error == std::errc() && stopped == end && !digits.empty() ? std::optional<char32_t>(value)
                                                                     : std::nullopt;
}

/// Exactly \a count hexadecimal digits from \a position on.
std::optional<char32_t> hex(std::string_view text, std::size_t position, std::size_t count)
{
    return text.size() >= position + count ? number(text.substr(position, count), Hexadecimal) : std::nullopt;
}

std::string utf8(char32_t point)
{
    return QString::fromUcs4(&point, 1).toStdString();
}

Escape byteEscape(std::string_view text, std::size_t position)
{
    const auto byte = hex(text, position, 2);
    return byte ? Escape{position + 2, std::string(1, static_cast<char>(*byte))} : Escape{};
}

/// Four digits, and where they are the first half of a pair the second one with \a prefix in front.
Escape unitEscape(std::string_view text, std::string_view prefix)
{
    const std::size_t length = prefix.size() + 4;
    const auto unit = hex(text, prefix.size(), 4);
    if (!unit)
        return {};
    const auto next =
        text.substr(length).starts_with(prefix) ? hex(text, length + prefix.size(), 4) : std::nullopt;
    if (next && QChar::isHighSurrogate(*unit) && QChar::isLowSurrogate(*next)) {
        return {2 * length,
                utf8(QChar::surrogateToUcs4(static_cast<char16_t>(*unit), static_cast<char16_t>(*next)))};
    }
    return {length, utf8(*unit)};
}

Escape backslashEscape(std::string_view text)
{
    if (text.starts_with("\\u"sv))
        return unitEscape(text, "\\u"sv);
    if (text.starts_with("\\x"sv))
        return byteEscape(text, 2);
    if (text.size() >= 2 && R"(/"'\)"sv.find(text[1]) != std::string_view::npos)
        return {2, std::string(1, text[1])};
    if (const std::size_t letter = text.size() >= 2 ? ControlLetters.find(text[1]) : std::string_view::npos;
        letter != std::string_view::npos)
        return {2, std::string(1, Controls[letter])};
    return {};
}

Escape reference(std::string_view text)
{
    const std::size_t semicolon = text.substr(0, LongestReference + 2).find(';');
    if (semicolon == std::string_view::npos)
        return {};
    const std::string_view name = text.substr(1, semicolon - 1);
    if (name.starts_with('#')) {
        const bool isHex = name.starts_with("#x"sv) || name.starts_with("#X"sv);
        const auto point = isHex ? number(name.substr(2), Hexadecimal) : number(name.substr(1), Decimal);
        return point ? Escape{semicolon + 1, utf8(*point)} : Escape{};
    }
    for (const Name &known : SignNames) {
        if (known.name == name)
            return {semicolon + 1, std::string(1, known.sign)};
    }
    return {};
}

Escape firstEscape(std::string_view text)
{
    switch (text.front()) {
    case '%':
        return text.starts_with("%u"sv) ? unitEscape(text, "%u"sv) : byteEscape(text, 1);
    case '\\':
        return backslashEscape(text);
    case '&':
        return reference(text);
    default:
        return {};
    }
}

/// `<U+200B>`: a hidden character as visibleText() shows it.
std::size_t shownPointLength(std::string_view text)
{
    constexpr std::size_t MinDigits = 4;
    constexpr std::size_t MaxDigits = 6;
    if (!text.starts_with("<U+"sv))
        return 0;
    const std::size_t end = text.substr(0, "<U+>"sv.size() + MaxDigits).find('>');
    const bool isPoint = end != std::string_view::npos && end >= "<U+"sv.size() + MinDigits
        && number(text.substr(3, end - 3), Hexadecimal);
    return isPoint ? end + 1 : 0;
}

/// Of the whitespace, or character without a width, at the beginning of some bytes.
std::size_t spaceLength(std::string_view text)
{
    const char first = text.front();
    if (first == ' ' || (first >= '\t' && first <= '\r'))
        return 1;
    if (first != '<' && static_cast<unsigned char>(first) < 0x80)
        return 0;
    // U+2000 … U+200F and U+2028 … U+202F.
    if (text.starts_with("\xE2\x80"sv) && text.size() > 2) {
        const auto last = static_cast<unsigned char>(text[2]);
        return (last >= 0x80 && last <= 0x8F) || (last >= 0xA8 && last <= 0xAF) ? 3 : 0;
    }
    for (const std::string_view token : SpaceTokens) {
        if (text.starts_with(token))
            return token.size();
    }
    return shownPointLength(text);
}

} // namespace

PlacedBytes PlacedBytes::fromText(const QString &text)
{
    PlacedBytes placed;
    const auto size = static_cast<std::size_t>(text.size());
    placed.bytes.reserve(size);
    placed.places.reserve(size);
    for (qsizetype begin = 0; begin < text.size();) {
        const bool isPair =
            text[begin].isHighSurrogate() && begin + 1 < text.size() && text[begin + 1].isLowSurrogate();
        const Place place{begin, begin + (isPair ? 2 : 1)};
        const char16_t unit = text[begin].unicode();
        if (unit < 0x80)
            placed.bytes += static_cast<char>(unit);
        else
            placed.bytes += text.sliced(begin, place.end - begin).toStdString();
        placed.places.resize(placed.bytes.size(), place);
        begin = place.end;
    }
    return placed;
}

PlacedBytes PlacedBytes::withoutSpaces() const
{
    PlacedBytes joined;
    joined.bytes.reserve(bytes.size());
    joined.places.reserve(bytes.size());
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t length = spaceLength(std::string_view(bytes).substr(begin));
        if (length == 0) {
            joined.bytes += bytes[begin];
            joined.places.push_back(places[begin]);
        }
        begin += std::max<std::size_t>(length, 1);
    }
    return joined;
}

std::optional<PlacedBytes> PlacedBytes::unescaped() const
{
    if (bytes.find_first_of("%\\&"sv) == std::string::npos)
        return {};
    PlacedBytes read;
    read.bytes.reserve(bytes.size());
    read.places.reserve(bytes.size());
    bool isChanged = false;
    for (std::size_t begin = 0; begin < bytes.size();) {
        const Escape escape = firstEscape(std::string_view(bytes).substr(begin));
        const std::size_t end = begin + std::max<std::size_t>(escape.length, 1);
        isChanged = isChanged || escape.length > 0;
        read.bytes += escape.length > 0 ? escape.bytes : std::string(1, bytes[begin]);
        read.places.resize(read.bytes.size(), {places[begin].begin, places[end - 1].end});
        begin = end;
    }
    return isChanged ? std::optional(std::move(read)) : std::nullopt;
}

} // namespace Trailglass
