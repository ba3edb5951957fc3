// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/filter/textsearcher.h"

#include "models/core/jsonstring.h"
#include "models/query/filter/casefold.h"

#include <algorithm>
#include <cstring>

namespace Trailglass::Filter {

namespace {

std::string utf8Of(char32_t codePoint)
{
    std::string bytes;
    appendUtf8(bytes, codePoint);
    return bytes;
}

} // namespace

TextSearcher::TextSearcher(std::string_view needle)
    : m_folded(foldedText(needle))
{
    std::vector<BytePattern::Unit> units;
    std::u32string odd;
    for (const char32_t folded : foldedCodePoints(needle)) {
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
    if (json.empty() || std::memchr(json.data(), '\\', json.size()) == nullptr)
        return false;
    // Backslashes stand inside strings only, so the whole is decoded as if it were one.
    scratch.clear();
    appendDecodedJsonString(scratch, json);
    return contains(scratch);
}

} // namespace Trailglass::Filter
