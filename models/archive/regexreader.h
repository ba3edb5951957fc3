// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/re2pattern.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace Trailglass {

/// Reads the tokens of a pattern of PCRE2. What it cannot read is an obstacle; it is at its end then.
/// \thread any, one at a time
class RegexReader
{
public:
    struct Quantifier
    {
        std::string text; ///< for RE2, greedy: whether there is a match does not depend on it
        std::size_t max = 0; ///< copies of the atom that RE2 makes at most
    };

    /// \param pattern  UTF-8
    explicit RegexReader(std::string_view pattern);

    [[nodiscard]] bool isAtEnd() const { return m_place == m_pattern.size(); }
    [[nodiscard]] bool isAt(char32_t character) const { return peek() == character; }
    /// The next character, \a ahead characters on; EndOfPattern if there is none.
    [[nodiscard]] char32_t peek(std::size_t ahead = 0) const;
    /// Moves past it.
    /// \pre not isAtEnd()
    char32_t next() { return m_pattern[m_place++]; }
    /// Moves past a text, if it is next.
    bool take(std::u32string_view text);

    void fail(Re2Obstacle obstacle);
    [[nodiscard]] const std::optional<Re2Obstacle> &obstacle() const { return m_obstacle; }

    std::optional<Quantifier> takeQuantifier();
    /// After `(`: `?:` or a name.
    void takeGroupHead();
    /// Whether nothing of its alternative follows the group that the reader is in, only its end or the pattern's.
    [[nodiscard]] bool isGroupLast() const;

    // After a backslash:
    /// `b`, `A` or `z`, as RE2 writes them.
    std::optional<std::string_view> takeAssertion();
    /// `d`, `w`, `s` and their negations: the characters of the class without negation, as RE2 writes them in a set.
    std::optional<std::string_view> takeClass();
    /// The character that the escape stands for; EndOfPattern after a failure.
    char32_t takeEscapedCharacter();

    static constexpr char32_t EndOfPattern = 0x110000;

private:
    std::optional<Quantifier> takeBraces();
    std::optional<std::size_t> takeNumber();
    char32_t takeHexadecimal();
    void failAtEscape();

    std::u32string m_pattern;
    std::size_t m_place = 0;
    std::optional<Re2Obstacle> m_obstacle;
};

/// The ASCII characters of `\w`, in a set.
inline constexpr std::string_view Re2WordCharacters = "0-9A-Za-z_";
/// Those of `\s`, with the vertical tab, which RE2 leaves out.
inline constexpr std::string_view Re2Spaces = "\\x{9}-\\x{d}\\x{20}";

} // namespace Trailglass
