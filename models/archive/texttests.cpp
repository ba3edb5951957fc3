// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/texttests.h"

#include "models/archive/foldedletters.h"
#include "models/json/utf8.h"

#include <algorithm>

namespace Trailglass {

namespace {

using Letters = std::vector<FoldedLetter>;

constexpr char32_t EndOfAsciiLetters = 0x80;

bool arePlain(const Letters &letters)
{
    return std::ranges::all_of(letters, &FoldedLetter::isPlain);
}

/// Whether all but plain letters are ASCII, with forms that are not: `s` has ſ.
bool areAsciiWithOddForms(const Letters &letters)
{
    return std::ranges::all_of(letters, [](const FoldedLetter &letter) {
        return letter.isPlain() || letter.letter < EndOfAsciiLetters;
    });
}

/// The characters that ignoring the case of ASCII letters does not find.
std::u32string oddFormsOf(const Letters &letters)
{
    std::u32string odd;
    for (const FoldedLetter &letter : letters) {
        for (const char32_t form : letter.forms) {
            if (form >= EndOfAsciiLetters && odd.find(form) == std::u32string::npos)
                odd += form;
        }
    }
    return odd;
}

Letters longestPlainPart(const Letters &letters)
{
    Letters longest;
    Letters part;
    for (const FoldedLetter &letter : letters) {
        if (letter.isPlain())
            part.push_back(letter);
        else
            part.clear();
        if (part.size() > longest.size())
            longest = part;
    }
    return longest;
}

ArchiveSql matchesRe2(const ArchiveSql &text, std::string_view pattern)
{
    return "match(" + text + ", " + ArchiveSql::literal(pattern) + ")";
}

ArchiveSql containsBytes(const ArchiveSql &text, std::string_view bytes)
{
    return "position(" + text + ", " + ArchiveSql::literal(bytes) + ") > 0";
}

/// \pre arePlain(), or areAsciiWithOddForms() for what has none of these forms
ArchiveSql containsPlain(const ArchiveSql &text, const Letters &letters)
{
    if (std::ranges::none_of(letters, &FoldedLetter::hasSeveralForms))
        return containsBytes(text, textOf(letters));
    return "positionCaseInsensitive(" + text + ", " + ArchiveSql::literal(textOf(letters)) + ") > 0";
}

ArchiveSql containsLetters(const ArchiveSql &text, const Letters &letters)
{
    if (arePlain(letters))
        return containsPlain(text, letters);
    // Patterns are ten times slower, so that they run where the text can hardly be missing.
    const ArchiveSql pattern = matchesRe2(text, re2PatternOf(letters));
    if (areAsciiWithOddForms(letters)) {
        std::vector<ArchiveSql> odd;
        for (const char32_t form : oddFormsOf(letters)) {
            std::string bytes;
            appendUtf8(bytes, form);
            odd.push_back(containsBytes(text, bytes));
        }
        return anyOf({containsPlain(text, letters), allOf({anyOf(odd), pattern})});
    }
    const Letters plain = longestPlainPart(letters);
    return plain.empty() ? pattern : allOf({containsPlain(text, plain), pattern});
}

std::string wholePattern(const std::string &pattern)
{
    return '^' + pattern + '$';
}

} // namespace

void TextTests::addEqual(std::string_view text)
{
    const Letters letters = foldedLetters(text);
    const std::string folded = textOf(letters);
    if (std::ranges::none_of(letters, &FoldedLetter::hasSeveralForms)) {
        m_exact.push_back(folded);
        return;
    }
    if (areAsciiWithOddForms(letters))
        m_lower.push_back(folded);
    if (arePlain(letters))
        return;
    const std::string pattern = wholePattern(re2PatternOf(letters));
    // Odd forms of ASCII letters take more bytes.
    const bool hasOddForms = areAsciiWithOddForms(letters);
    m_others.emplace_back([pattern, hasOddForms, size = quint64(folded.size())](const ArchiveSql &subject) {
        const ArchiveSql matches = matchesRe2(subject, pattern);
        return hasOddForms ? allOf({"length(" + subject + ") > " + ArchiveSql::number(size), matches})
                           : matches;
    });
}

void TextTests::addContained(std::string_view text)
{
    m_others.emplace_back([letters = foldedLetters(text)](const ArchiveSql &subject) {
        return containsLetters(subject, letters);
    });
}

void TextTests::addPattern(const Filter::TextValue &pattern)
{
    const std::string_view text = pattern.text;
    std::string re2;
    std::size_t begin = 0;
    for (const qsizetype wildcard : pattern.wildcards) {
        const auto place = static_cast<std::size_t>(wildcard);
        re2 += re2PatternOf(foldedLetters(text.substr(begin, place - begin)));
        re2 += text[place] == '*' ? ".*" : ".";
        begin = place + 1;
    }
    re2 += re2PatternOf(foldedLetters(text.substr(begin)));
    addRegex("(?s)" + wholePattern(re2));
}

void TextTests::addRegex(std::string pattern)
{
    m_others.emplace_back([pattern = std::move(pattern)](const ArchiveSql &subject) {
        return allOf({subject + " != ''", matchesRe2(subject, pattern)});
    });
}

ArchiveSql TextTests::sql(const ArchiveSql &text) const
{
    std::vector<ArchiveSql> tests;
    if (!m_exact.empty())
        tests.push_back(isOneOf(text, m_exact));
    if (!m_lower.empty())
        tests.push_back(isOneOf("lower(" + text + ")", m_lower));
    for (const Test &test : m_others)
        tests.push_back(test(text));
    return anyOf(tests);
}

} // namespace Trailglass
