// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/regexgenerator.h"

#include <array>
#include <string_view>

namespace Trailglass::Testing {

namespace {

constexpr int MaxDepth = 3;

constexpr std::array<std::string_view, 24> Characters{
    "a",      "b",      "k",      "s",      "S",      "K",      "\u00E9",  "\u00C9",
    "\u017F", "\u212A", "\u03C3", "\u03C2", "\u00DF", "\u1E9E", "\u0130",  "\u65E5",
    "\\.",    "-",      "/",      "1",      " ",      "\\n",    "\\x{e9}", "\u1F88"};

constexpr std::array<std::string_view, 12> Escapes{"\\d", "\\D", "\\w", "\\W", "\\s", "\\S",
                                                   "\\b", "\\A", "\\z", ".",   "^",   "$"};

constexpr std::array<std::string_view, 9> Quantifiers{"*",     "+",     "?",    "*?", "{2}",
                                                      "{1,3}", "{0,2}", "{2,}", "+?"};

constexpr std::array<std::string_view, 10> Members{"a-z", "K-T", "\\d",       "\\s",       "\\w",
                                                   "]",   "^",   "[:alpha:]", "[:punct:]", "\u00C0-\u00FF"};

constexpr std::array<std::string_view, 16> Letters{"a",      "b",      "k", "S",      "\u00E9", "\u00C9",
                                                   "\u017F", "\u212A", "1", "\u03C3", "\u03C2", "\u1E9E",
                                                   "\n",     "\v",     " ", "-"};

} // namespace

Filter::RegexValue RegexGenerator::regex()
{
    std::string pattern = alternatives(MaxDepth);
    const bool ignoreCase = below(2) == 0;
    return {std::move(pattern), ignoreCase};
}

std::string RegexGenerator::text()
{
    std::string text;
    for (std::size_t count = below(9); count > 0; --count)
        text += Letters[below(Letters.size())];
    return text;
}

std::string RegexGenerator::alternatives(int depth)
{
    std::string pattern;
    for (std::size_t count = 1 + below(3); count > 0; --count) {
        pattern += atom(depth);
        if (below(3) == 0)
            pattern += Quantifiers[below(Quantifiers.size())];
    }
    if (below(6) == 0) {
        pattern += '|';
        pattern += atom(depth);
    }
    return pattern;
}

std::string RegexGenerator::atom(int depth)
{
    const std::size_t kind = below(12);
    if (kind < 6)
        return std::string(Characters[below(Characters.size())]);
    if (kind < 8)
        return std::string(Escapes[below(Escapes.size())]);
    if (kind < 10 || depth == 0)
        return set();
    std::string group = below(2) == 0 ? "(" : "(?:";
    group += alternatives(depth - 1);
    return group + ')';
}

std::string RegexGenerator::set()
{
    std::string members = below(3) == 0 ? "^" : "";
    for (std::size_t count = 1 + below(3); count > 0; --count) {
        const bool isMember = below(2) == 0;
        members += isMember ? Members[below(Members.size())] : Characters[below(Characters.size())];
    }
    return '[' + members + ']';
}

} // namespace Trailglass::Testing
