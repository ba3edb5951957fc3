// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/foldedletters.h"

#include "models/archive/re2text.h"
#include "models/filter/casefold.h"
#include "models/filter/normalization.h"
#include "models/json/utf8.h"

#include <algorithm>

namespace Trailglass {

namespace {

constexpr char32_t EndOfAscii = 0x80;

/// Whether a text in form C may have the character.
bool isInFormC(char32_t character)
{
    const std::u32string_view text(&character, 1);
    return Filter::isSettled(character) || Filter::composed(text) == text;
}

FoldedLetter foldedLetter(char32_t folded)
{
    FoldedLetter letter{folded, Filter::foldingClass(folded)};
    std::erase_if(letter.forms, [](char32_t form) { return !isInFormC(form); });
    std::ranges::sort(letter.forms);
    if (letter.forms.empty())
        letter.forms = folded;
    if (letter.forms.find(folded) == std::u32string::npos)
        letter.letter = letter.forms.front();
    return letter;
}

} // namespace

bool FoldedLetter::isPlain() const
{
    return forms.size() == 1 || std::ranges::all_of(forms, [](char32_t form) { return form < EndOfAscii; });
}

std::vector<FoldedLetter> foldedLetters(std::string_view utf8)
{
    std::vector<FoldedLetter> letters;
    for (const char32_t folded : Filter::foldedCodePoints(utf8))
        letters.push_back(foldedLetter(folded));
    return letters;
}

std::string textOf(const std::vector<FoldedLetter> &letters)
{
    std::string text;
    for (const FoldedLetter &letter : letters)
        appendUtf8(text, letter.letter);
    return text;
}

std::string re2PatternOf(const std::vector<FoldedLetter> &letters)
{
    std::string pattern;
    for (const FoldedLetter &letter : letters)
        pattern += re2AnyOf(letter.forms);
    return pattern;
}

} // namespace Trailglass
