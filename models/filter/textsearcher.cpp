// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/textsearcher.h"

#include "models/filter/casefold.h"
#include "models/filter/normalization.h"
#include "models/json/jsonstring.h"
#include "models/json/utf8.h"

#include <algorithm>
#include <cstring>

namespace Trailglass::Filter {

namespace {

/// Bytes of a text that are compared at every place.
constexpr std::size_t MaxCommonBytes = 64;

/// Whether JSON has an escape of a backslash and one more character for it.
bool hasShortEscape(char32_t codePoint)
{
    return codePoint < 0x20 || codePoint == U'"' || codePoint == U'\\' || codePoint == U'/';
}

const BytePattern &unicodeEscape()
{
    static const BytePattern pattern({{"\\"}, {"u"}});
    return pattern;
}

std::string utf8Of(char32_t codePoint)
{
    std::string bytes;
    appendUtf8(bytes, codePoint);
    return bytes;
}

std::u32string sortedOnce(std::u32string codePoints)
{
    std::ranges::sort(codePoints);
    codePoints.erase(std::unique(codePoints.begin(), codePoints.end()), codePoints.end());
    return codePoints;
}

/// Whether form C keeps the code point but may combine it with the one before, or separate it from there: a
/// mark, also if it folds to a letter (U+0345).
bool joins(char32_t codePoint)
{
    return !isSettled(codePoint) && composed({&codePoint, 1}) == std::u32string_view(&codePoint, 1);
}

using Units = std::vector<BytePattern::Unit>;

/// The start of the range that is \a count ranges before \a place, or of the text. A range is a settled code
/// point and the ones after it that are not.
std::size_t stepBack(std::string_view text, std::size_t place, std::size_t count)
{
    while (place > 0 && count > 0) {
        --place;
        while (place > 0 && (static_cast<unsigned char>(text[place]) & 0xC0) == 0x80)
            --place;
        std::size_t after = place;
        if (isSettled(nextCodePoint(text, after)))
            --count;
    }
    return place;
}

/// The end of the range that is \a count ranges after that at \a place, or of the text.
std::size_t stepOn(std::string_view text, std::size_t place, std::size_t count)
{
    for (std::size_t next = place; place < text.size(); place = next) {
        if (isSettled(nextCodePoint(text, next)) && count-- == 0)
            break;
    }
    return place;
}

/// In linear time, which std::string::find() does not promise.
bool holds(std::string_view text, std::string_view part)
{
    return memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

} // namespace

TextSearcher::TextSearcher(std::string_view needle)
    : m_folded(foldedText(needle))
    , m_runs(foldedCodePoints(needle))
{
    const std::u32string text = foldedCodePoints(needle);
    m_length = text.size();
    Units units;
    Units core;
    Units longest;
    std::u32string odd;
    std::size_t length = 0;
    for (const char32_t folded : text) {
        BytePattern::Unit unit{utf8Of(folded)};
        const std::size_t oddBefore = odd.size();
        bool mayBeApart = false;
        for (const char32_t form : foldingClass(folded)) {
            std::string bytes = utf8Of(form);
            if (bytes.size() != unit.front().size())
                odd += form;
            else if (form != folded)
                unit.push_back(std::move(bytes));
            odd += replacedBy(form);
            m_parts += takenApart({&form, 1});
            mayBeApart = mayBeApart || isComposition(form) || joins(form);
        }
        m_mayBeApart = m_mayBeApart || mayBeApart;
        length += unit.front().size();
        m_commonIsAll = m_commonIsAll && length <= MaxCommonBytes;
        if (!m_commonIsAll)
            continue;
        if (mayBeApart || odd.size() != oddBefore)
            core.clear();
        else
            core.push_back(unit);
        if (core.size() > longest.size())
            longest = core;
        units.push_back(std::move(unit));
    }
    m_core = BytePattern(std::move(longest));
    m_common = BytePattern(std::move(units));
    for (const char32_t form : sortedOnce(std::move(odd)))
        m_oddForms.emplace_back(std::vector<BytePattern::Unit>{{utf8Of(form)}});
    for (char32_t &part : m_parts)
        part = foldedCodePoint(part);
    m_parts = sortedOnce(std::move(m_parts));
    // A mark at the start of the text may follow any escape.
    m_hidesBehindAnyEscape =
        std::ranges::any_of(text, hasShortEscape) || (!text.empty() && !isSettled(text.front()));
}

/// Whether the text at a place is in normal form C, also together with what follows it.
bool TextSearcher::isWhole(std::string_view haystack, std::size_t place) const
{
    std::size_t end = place + m_common.length();
    return m_commonIsAll && isSettled(haystack.substr(place, m_common.length()))
        && (end == haystack.size() || isSettled(nextCodePoint(haystack, end)));
}

bool TextSearcher::contains(std::string_view haystack) const
{
    if (m_folded.empty())
        return true;
    bool isOpen = false;
    for (std::size_t place = m_common.find(haystack); place != BytePattern::NotFound;
         place = m_common.find(haystack, place + 1)) {
        if (isWhole(haystack, place))
            return true;
        isOpen = true;
        if (!m_commonIsAll)
            break;
    }
    const auto occurs = [&](const BytePattern &form) {
        return form.occursIn(haystack);
    };
    const bool hasOddForms = std::ranges::any_of(m_oddForms, occurs);
    isOpen = isOpen || hasOddForms || (m_mayBeApart && !isSurelySettled(haystack));
    return isOpen && containsInNormalForm(haystack, hasOddForms);
}

/// Normalises only the text around occurrences of the core.
/// \param hasOddForms  otherwise settled text has already been searched
bool TextSearcher::containsInNormalForm(std::string_view haystack, bool hasOddForms) const
{
    if (m_core.length() == 0 || !m_commonIsAll) {
        const bool isDecided = m_commonIsAll && !hasOddForms && isSettled(haystack);
        return !isDecided && holds(foldedText(haystack), m_folded);
    }
    for (std::size_t place = m_core.find(haystack); place != BytePattern::NotFound;) {
        const std::size_t begin = stepBack(haystack, place, m_length);
        std::size_t end = stepOn(haystack, place, m_length);
        place = m_core.find(haystack, place + 1);
        // Occurrences near each other are searched together, or a text full of them would be searched
        // repeatedly.
        while (place < end) {
            const std::size_t last = end;
            end = stepOn(haystack, end, m_length);
            place = m_core.find(haystack, last);
        }
        const std::string_view near = haystack.substr(begin, end - begin);
        if ((hasOddForms || !isSettled(near)) && holds(foldedText(near), m_folded))
            return true;
    }
    return false;
}

bool TextSearcher::containsInJson(std::string_view json, std::string &scratch) const
{
    if (contains(json))
        return true;
    if (!mayHideBehindEscapes(json))
        return false;
    // Backslashes stand inside strings only, so the whole is decoded as if it were one.
    scratch.clear();
    appendDecodedJsonString(scratch, json);
    return contains(scratch);
}

bool TextSearcher::mayOccurInJson(std::string_view json) const
{
    return contains(json) || mayHideBehindEscapes(json);
}

/// An occurrence that is not in the JSON as received contains a code point written as an escape.
bool TextSearcher::mayHideBehindEscapes(std::string_view json) const
{
    if (m_hidesBehindAnyEscape)
        return !json.empty() && std::memchr(json.data(), '\\', json.size()) != nullptr;
    if (!unicodeEscape().occursIn(json))
        return false;
    for (auto place = json.find("\\u"); place != std::string_view::npos;
         place = json.find("\\u", place + 1)) {
        const auto unit = readUnicodeEscape(json.substr(place));
        // Half of a surrogate pair, an invalid escape, or the start of an escape in a string in this one: it
        // may be any character.
        const bool isWhole = unit && (*unit < 0xD800 || *unit > 0xDFFF) && *unit != U'\\' && *unit != U'u';
        const auto belongs = [this](char32_t part) {
            return std::ranges::binary_search(m_parts, foldedCodePoint(part));
        };
        if (!isWhole)
            return true;
        if (m_mayBeApart && !isSettled(*unit))
            return true; // a mark may combine with, separate or reorder others
        const std::u32string_view written(&*unit, 1);
        if (std::ranges::any_of(m_mayBeApart ? takenApart(written) : composed(written), belongs))
            return true;
    }
    return false;
}

} // namespace Trailglass::Filter
