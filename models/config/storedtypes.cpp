// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/config/storedtypes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace Trailglass {

namespace {

constexpr std::array<std::u16string_view, 2> Words{u"@Variant(", u"@DateTime("};

/// What QSettings makes of the beginning of a value.
struct IniCharacter
{
    std::optional<char16_t> unit; ///< nothing: it may pass these bytes over
    std::size_t bytes = 0; ///< that it is written with
};

/// \returns -1 for no digit
int hexDigit(char c)
{
    constexpr std::string_view Digits = "0123456789abcdefABCDEF";
    constexpr int Letters = 6;
    const std::size_t place = Digits.find(c);
    if (place == std::string_view::npos)
        return -1;
    const int digit = static_cast<int>(place);
    return digit < 16 ? digit : digit - Letters;
}

/// An escape with a number: of any length, cut to 16 bits.
/// \param begin  of its digits
IniCharacter numberedCharacter(std::string_view text, std::size_t begin, int base)
{
    char16_t unit = 0;
    std::size_t end = begin;
    for (; end < text.size(); ++end) {
        const int digit = hexDigit(text[end]);
        if (digit < 0 || digit >= base)
            break;
        unit = static_cast<char16_t>(unit * base + digit);
    }
    if (end == begin)
        return {.unit = std::nullopt, .bytes = end};
    return {.unit = unit, .bytes = end};
}

/// \param text  begins with a backslash
IniCharacter escapedCharacter(std::string_view text)
{
    constexpr std::string_view Known = "abfnrtv\"?'\\";
    const std::string_view escaped = text.substr(1);
    if (escaped.starts_with('x'))
        return numberedCharacter(text, 2, 16);
    if (!escaped.empty() && escaped.front() >= '0' && escaped.front() <= '7')
        return numberedCharacter(text, 1, 8);
    if (!escaped.empty() && Known.find(escaped.front()) != std::string_view::npos)
        return {.unit = u'\\', .bytes = 2}; // or another character that is in no word
    const bool isTwofold = escaped.starts_with("\r\n") || escaped.starts_with("\n\r");
    return {.unit = std::nullopt, .bytes = std::min<std::size_t>(text.size(), isTwofold ? 3 : 2)};
}

/// \param text  not empty
IniCharacter firstCharacter(std::string_view text)
{
    const char first = text.front();
    if (first == '\\')
        return escapedCharacter(text);
    // Beyond ASCII: a byte order mark is passed over too.
    const bool isAscii = static_cast<unsigned char>(first) < 0x80;
    if (first == '"' || first == ' ' || first == '\t' || !isAscii)
        return {.unit = std::nullopt, .bytes = 1};
    return {.unit = static_cast<char16_t>(first), .bytes = 1};
}

} // namespace

QByteArray withoutStoredTypes(const QByteArray &content)
{
    const std::string_view text(content.constData(), static_cast<std::size_t>(content.size()));
    std::string safe;
    std::size_t copied = 0; // of the text
    std::u16string begun; // as much as there is of a word
    std::size_t signBegin = 0; // of its @
    std::size_t signEnd = 0;
    for (std::size_t place = 0; place < text.size();) {
        const IniCharacter character = firstCharacter(text.substr(place));
        const std::size_t begin = std::exchange(place, place + character.bytes);
        if (!character.unit)
            continue;
        if (*character.unit == u'@') {
            begun.clear();
            signBegin = begin;
            signEnd = place;
        }
        begun += *character.unit;
        if (std::ranges::any_of(Words, [&](std::u16string_view word) { return word == begun; })) {
            safe.append(text.substr(copied, signBegin - copied));
            safe += '_';
            copied = signEnd;
        }
        if (std::ranges::none_of(Words, [&](std::u16string_view word) { return word.starts_with(begun); }))
            begun.clear();
    }
    if (copied == 0)
        return content;
    safe.append(text.substr(copied));
    return QByteArray::fromStdString(safe);
}

} // namespace Trailglass
