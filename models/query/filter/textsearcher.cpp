// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/filter/textsearcher.h"

#include "models/core/jsonstring.h"
#include "models/query/filter/casefold.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>

namespace Trailglass::Filter {

namespace {

/// Bytes of a `\uXXXX`.
constexpr std::size_t EscapeLength = 6;

/// What JSON writes with a backslash and one more character.
bool hasShortEscape(char32_t codePoint)
{
    return codePoint < 0x20 || codePoint == U'"' || codePoint == U'\\' || codePoint == U'/';
}

/// The code unit of a `\uXXXX`, or nothing for other bytes.
std::optional<char32_t> escapedUnit(std::string_view escape)
{
    unsigned unit = 0;
    const char *const end = escape.data() + escape.size();
    const auto read = escape.size() < EscapeLength
        ? std::from_chars_result{escape.data(), std::errc::invalid_argument}
        : std::from_chars(escape.data() + 2, end, unit, 16);
    return read.ec == std::errc() && read.ptr == end ? std::optional(char32_t(unit)) : std::nullopt;
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

} // namespace

TextSearcher::TextSearcher(std::string_view needle)
    : m_folded(foldedText(needle))
    , m_runs(foldedCodePoints(needle))
{
    m_codePoints = foldedCodePoints(needle);
    m_hasShortEscape = std::ranges::any_of(m_codePoints, hasShortEscape);
    std::vector<BytePattern::Unit> units;
    std::u32string odd;
    for (const char32_t folded : m_codePoints) {
        BytePattern::Unit unit{utf8Of(folded)};
        for (const char32_t form : foldingClass(folded)) {
            std::string bytes = utf8Of(form);
            if (bytes.size() != unit.front().size())
                odd += odd.find(form) == std::u32string::npos ? std::u32string(1, form) : std::u32string();
            else if (form != folded)
                unit.push_back(std::move(bytes));
        }
        units.push_back(std::move(unit));
    }
    m_usual = BytePattern(std::move(units));
    for (const char32_t form : odd)
        m_oddForms.emplace_back(std::vector<BytePattern::Unit>{{utf8Of(form)}});
    std::ranges::sort(m_codePoints);
}

bool TextSearcher::contains(std::string_view haystack) const
{
    if (m_usual.occursIn(haystack))
        return true;
    const auto occurs = [&](const BytePattern &form) {
        return form.occursIn(haystack);
    };
    return std::ranges::any_of(m_oddForms, occurs)
        && foldedText(haystack).find(m_folded) != std::string::npos;
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

/// An occurrence that is not there as received holds a code point that is written as an escape.
bool TextSearcher::mayHideBehindEscapes(std::string_view json) const
{
    if (m_hasShortEscape)
        return !json.empty() && std::memchr(json.data(), '\\', json.size()) != nullptr;
    if (!unicodeEscape().occursIn(json))
        return false;
    for (auto place = json.find("\\u"); place != std::string_view::npos;
         place = json.find("\\u", place + 1)) {
        const auto unit = escapedUnit(json.substr(place, EscapeLength));
        // Half of a pair, a mistake, or the beginning of an escape inside a string inside this one: taken for
        // whatever is looked for.
        const bool isWhole = unit && (*unit < 0xD800 || *unit > 0xDFFF) && *unit != U'\\' && *unit != U'u';
        if (!isWhole || std::ranges::binary_search(m_codePoints, foldedCodePoint(*unit)))
            return true;
    }
    return false;
}

} // namespace Trailglass::Filter
