// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/wildcardpattern.h"

#include "models/filter/casefold.h"

namespace Trailglass::Filter {

namespace {

// After the last code point, so that no text contains them.
constexpr char32_t AnyText = 0x110000;
constexpr char32_t OneCharacter = 0x110001;

constexpr std::size_t MaxComparisons = 100'000'000;
constexpr std::size_t ComparisonsBetweenLooks = 1 << 20;

} // namespace

WildcardPattern::WildcardPattern(const TextValue &value)
{
    const std::string_view text = value.text;
    std::size_t begin = 0;
    for (const qsizetype wildcard : value.wildcards) {
        const auto place = static_cast<std::size_t>(wildcard);
        m_pattern += foldedCodePoints(text.substr(begin, place - begin));
        m_pattern += text[place] == '*' ? AnyText : OneCharacter;
        begin = place + 1;
    }
    m_pattern += foldedCodePoints(text.substr(begin));
}

Match WildcardPattern::matches(std::string_view utf8, const CancelToken &cancel, SearchTime &time) const
{
    if (cancel.isCancelled() || !time.admits(utf8.size()))
        return Match::LimitPassed;
    const std::u32string text = foldedCodePoints(utf8);
    std::size_t inText = 0;
    std::size_t inPattern = 0;
    // Where to continue if the text after the last `*` does not match: one character later. Earlier stars
    // need not be tried again.
    std::size_t afterStar = std::u32string::npos;
    std::size_t retry = 0;
    for (std::size_t steps = 1; inText < text.size(); ++steps) {
        if (steps % ComparisonsBetweenLooks == 0
            && (steps > MaxComparisons || time.isUp() || cancel.isCancelled()))
            return Match::LimitPassed;
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
            return Match::No;
        }
    }
    const bool isAtEnd = m_pattern.find_first_not_of(AnyText, inPattern) == std::u32string::npos;
    return isAtEnd ? Match::Yes : Match::No;
}

} // namespace Trailglass::Filter
