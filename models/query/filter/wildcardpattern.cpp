// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/filter/wildcardpattern.h"

#include "models/query/filter/casefold.h"

#include <algorithm>

namespace Trailglass::Filter {

namespace {

// Behind the last code point, so that no text holds them.
constexpr char32_t AnyText = 0x110000;
constexpr char32_t OneCharacter = 0x110001;

} // namespace

WildcardPattern::WildcardPattern(const TextValue &value)
{
    const std::string_view text = value.text;
    for (std::size_t position = 0; position < text.size();) {
        const auto start = static_cast<qsizetype>(position);
        const char32_t codePoint = nextCodePoint(text, position);
        if (!std::ranges::binary_search(value.wildcards, start))
            m_pattern += foldedCodePoint(codePoint);
        else
            m_pattern += codePoint == U'*' ? AnyText : OneCharacter;
    }
}

bool WildcardPattern::matches(std::string_view utf8) const
{
    const std::u32string text = foldedCodePoints(utf8);
    std::size_t inText = 0;
    std::size_t inPattern = 0;
    // Where to go on when what follows the last `*` does not fit: one character later. Earlier stars need no
    // second try.
    std::size_t afterStar = std::u32string::npos;
    std::size_t retry = 0;
    while (inText < text.size()) {
        const char32_t wanted = inPattern < m_pattern.size() ? m_pattern[inPattern] : U'\0';
        const bool more = inPattern < m_pattern.size();
        if (more && wanted == AnyText) {
            afterStar = ++inPattern;
            retry = inText;
        } else if (more && (wanted == OneCharacter || wanted == text[inText])) {
            ++inPattern;
            ++inText;
        } else if (afterStar != std::u32string::npos) {
            inPattern = afterStar;
            inText = ++retry;
        } else {
            return false;
        }
    }
    return m_pattern.find_first_not_of(AnyText, inPattern) == std::u32string::npos;
}

} // namespace Trailglass::Filter
