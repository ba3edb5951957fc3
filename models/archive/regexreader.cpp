// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/regexreader.h"

#include "models/json/utf8.h"

#include <algorithm>

namespace Trailglass {

namespace {

constexpr std::size_t MaxRepetition = 1'000;

bool isDigit32(char32_t character)
{
    return character >= U'0' && character <= U'9';
}

bool isAsciiLetter(char32_t character)
{
    return (character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z');
}

std::optional<char32_t> hexadecimalDigit(char32_t character)
{
    if (isDigit32(character))
        return character - U'0';
    if (character >= U'a' && character <= U'f')
        return character - U'a' + 10;
    if (character >= U'A' && character <= U'F')
        return character - U'A' + 10;
    return std::nullopt;
}

/// The control character of `\n` and the like.
std::optional<char32_t> controlCharacter(char32_t letter)
{
    switch (letter) {
    case U'n':
        return U'\n';
    case U'r':
        return U'\r';
    case U't':
        return U'\t';
    case U'f':
        return U'\f';
    case U'e':
        return U'\x1B';
    case U'a':
        return U'\a';
    default:
        return std::nullopt;
    }
}

} // namespace

RegexReader::RegexReader(std::string_view pattern)
{
    for (std::size_t position = 0; position < pattern.size();)
        m_pattern += nextCodePoint(pattern, position);
}

char32_t RegexReader::peek(std::size_t ahead) const
{
    return m_place + ahead < m_pattern.size() ? m_pattern[m_place + ahead] : EndOfPattern;
}

bool RegexReader::take(std::u32string_view text)
{
    if (!std::u32string_view(m_pattern).substr(m_place).starts_with(text))
        return false;
    m_place += text.size();
    return true;
}

void RegexReader::fail(Re2Obstacle obstacle)
{
    if (!m_obstacle)
        m_obstacle = obstacle;
    m_place = m_pattern.size();
}

std::optional<RegexReader::Quantifier> RegexReader::takeQuantifier()
{
    std::optional<Quantifier> quantifier;
    if (take(U"*"))
        quantifier = Quantifier{"*", 1};
    else if (take(U"+"))
        quantifier = Quantifier{"+", 1};
    else if (take(U"?"))
        quantifier = Quantifier{"?", 1};
    else if (isAt(U'{'))
        quantifier = takeBraces();
    if (!quantifier)
        return std::nullopt;
    if (isAt(U'+'))
        fail(Re2Obstacle::Atomic);
    take(U"?"); // lazy
    if (isAt(U'*') || isAt(U'+') || isAt(U'?') || (isAt(U'{') && isDigit32(peek(1))))
        fail(Re2Obstacle::Repetition);
    return quantifier;
}

/// \returns nothing for a brace that is a character
std::optional<RegexReader::Quantifier> RegexReader::takeBraces()
{
    const std::size_t start = m_place++;
    const auto min = takeNumber();
    std::optional<std::size_t> max = min;
    const bool hasComma = take(U",");
    if (hasComma)
        max = takeNumber();
    if (min && take(U"}")) {
        if (*min > MaxRepetition || max.value_or(0) > MaxRepetition)
            fail(Re2Obstacle::Repetition);
        const std::string upTo =
            hasComma ? "," + (max ? std::to_string(*max) : std::string()) : std::string();
        return Quantifier{"{" + std::to_string(*min) + upTo + "}", max.value_or(*min + 1)};
    }
    // Versions of PCRE2 read `{,5}` and `{ 5 }` differently.
    m_place = start + 1;
    while (isDigit32(peek()) || isAt(U',') || isAt(U' ') || isAt(U'\t'))
        ++m_place;
    const bool isUnclear = isAt(U'}');
    m_place = start;
    if (isUnclear)
        fail(Re2Obstacle::Repetition);
    return std::nullopt;
}

std::optional<std::size_t> RegexReader::takeNumber()
{
    if (!isDigit32(peek()))
        return std::nullopt;
    std::size_t number = 0;
    while (isDigit32(peek())) {
        number = std::min(number * 10 + (next() - U'0'), MaxRepetition + 1);
    }
    return number;
}

void RegexReader::takeGroupHead()
{
    if (isAt(U'*')) {
        fail(Re2Obstacle::Verb);
        return;
    }
    if (!take(U"?") || take(U":"))
        return;
    const bool isLookAround =
        isAt(U'=') || isAt(U'!') || (isAt(U'<') && (peek(1) == U'=' || peek(1) == U'!'));
    if (isLookAround) {
        fail(Re2Obstacle::LookAround);
        return;
    }
    if (isAt(U'>')) {
        fail(Re2Obstacle::Atomic);
        return;
    }
    const bool isNamed = take(U"P<") || take(U"<");
    if (!isNamed) {
        const bool isFlags = isAt(U'^') || isAsciiLetter(isAt(U'-') ? peek(1) : peek());
        fail(isFlags && !isAt(U'P') && !isAt(U'R') && !isAt(U'C') ? Re2Obstacle::Flags : Re2Obstacle::Group);
        return;
    }
    while (!isAtEnd() && next() != U'>') { }
}

bool RegexReader::isGroupLast() const
{
    int depth = 1;
    bool isInSet = false;
    for (std::size_t place = m_place; place < m_pattern.size(); ++place) {
        const char32_t character = m_pattern[place];
        if (character == U'\\') {
            ++place;
        } else if (isInSet) {
            isInSet = character != U']';
        } else if (character == U'[') {
            isInSet = true;
            const std::u32string_view rest = std::u32string_view(m_pattern).substr(place + 1);
            // A bracket at the start of a set is one of its characters.
            if (rest.starts_with(U"^]"))
                place += 2;
            else if (rest.starts_with(U"^") || rest.starts_with(U"]"))
                ++place;
        } else if (character == U'(') {
            ++depth;
        } else if (character == U')' && --depth == 0) {
            const char32_t after = place + 1 < m_pattern.size() ? m_pattern[place + 1] : EndOfPattern;
            return after == EndOfPattern || after == U'|' || after == U')';
        }
    }
    return false;
}

std::optional<std::string_view> RegexReader::takeAssertion()
{
    if (take(U"b"))
        return "\\b";
    if (take(U"A"))
        return "\\A";
    if (take(U"z"))
        return "\\z";
    return std::nullopt;
}

std::optional<std::string_view> RegexReader::takeClass()
{
    if (take(U"d") || take(U"D"))
        return "0-9";
    if (take(U"w") || take(U"W"))
        return Re2WordCharacters;
    if (take(U"s") || take(U"S"))
        return Re2Spaces;
    return std::nullopt;
}

char32_t RegexReader::takeEscapedCharacter()
{
    if (const auto control = controlCharacter(peek())) {
        ++m_place;
        return *control;
    }
    if (take(U"x"))
        return takeHexadecimal();
    if (isAtEnd() || isDigit32(peek()) || isAsciiLetter(peek())) {
        failAtEscape();
        return EndOfPattern;
    }
    return next();
}

void RegexReader::failAtEscape()
{
    const bool refers = (isDigit32(peek()) && !isAt(U'0')) || isAt(U'g') || isAt(U'k');
    fail(refers ? Re2Obstacle::BackReference : Re2Obstacle::Escape);
}

char32_t RegexReader::takeHexadecimal()
{
    constexpr char32_t LastCodePoint = 0x10FFFF;
    const bool hasBraces = take(U"{");
    char32_t value = 0;
    for (int digits = 0; hasBraces || digits < 2; ++digits) {
        const auto digit = hexadecimalDigit(peek());
        if (!digit || value > LastCodePoint)
            break;
        value = value * 16 + *digit;
        ++m_place;
    }
    if ((hasBraces && !take(U"}")) || value > LastCodePoint) {
        fail(Re2Obstacle::Escape);
        return EndOfPattern;
    }
    return value;
}

} // namespace Trailglass
