// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/operationrule.h"

#include <algorithm>
#include <string>

namespace Trailglass {

namespace {

constexpr bool isCapital(char character)
{
    return character >= 'A' && character <= 'Z';
}

constexpr bool isSmall(char character)
{
    return character >= 'a' && character <= 'z';
}

constexpr bool isWordCharacter(char character)
{
    return isCapital(character) || isSmall(character) || (character >= '0' && character <= '9');
}

/// Lower-case words, each between two spaces: ` role revoke `.
std::string wordsOf(std::string_view action)
{
    std::string words;
    words.reserve(2 * action.size() + 2);
    words += ' ';
    char previous = ' ';
    for (const char character : action) {
        const bool begins = isCapital(character) && isSmall(previous);
        if ((begins || !isWordCharacter(character)) && words.back() != ' ')
            words += ' ';
        if (isWordCharacter(character))
            words += isCapital(character) ? static_cast<char>(character - 'A' + 'a') : character;
        previous = character;
    }
    words += ' ';
    return words;
}

/// Letters as bits; a letter and a digit may share one.
quint32 letterBit(char letter)
{
    return quint32(1) << (static_cast<quint8>(letter) % 32);
}

/// The letters that the words begin with. Most rules begin with none of them, and are not searched for.
quint32 firstLetters(std::string_view words)
{
    quint32 letters = 0;
    for (std::size_t at = 1; at < words.size(); ++at) {
        if (words[at - 1] == ' ')
            letters |= letterBit(words[at]);
    }
    return letters;
}

bool fits(std::string_view words, std::string_view word)
{
    const bool open = word.ends_with('*');
    const std::string_view stem = open ? word.substr(0, word.size() - 1) : word;
    for (std::size_t at = words.find(stem); at != std::string_view::npos; at = words.find(stem, at + 1)) {
        if (words[at - 1] == ' ' && (open || words[at + stem.size()] == ' '))
            return true;
    }
    return false;
}

} // namespace

Operation operationFor(std::string_view action, std::span<const OperationRule> rules)
{
    const std::string words = wordsOf(action);
    const quint32 letters = firstLetters(words);
    const auto rule = std::ranges::find_if(rules, [&](const OperationRule &each) {
        return (letters & letterBit(each.word.front())) != 0 && fits(words, each.word);
    });
    return rule == rules.end() ? Operation::Other : rule->operation;
}

} // namespace Trailglass
