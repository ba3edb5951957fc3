// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/changes/changewords.h"

#include <algorithm>
#include <array>
#include <vector>

namespace Trailglass {

namespace {

struct Word
{
    std::string_view word;
    std::string_view pair;
    ChangeWord::Side side;
    bool isDelta = false;
};

using Side = ChangeWord::Side;

constexpr std::array Words{Word{"old", "old/new", Side::Before},
                           Word{"new", "old/new", Side::After},
                           Word{"before", "before/after", Side::Before},
                           Word{"after", "before/after", Side::After},
                           Word{"from", "from/to", Side::Before},
                           Word{"to", "from/to", Side::After},
                           Word{"prev", "previous/current", Side::Before},
                           Word{"previous", "previous/current", Side::Before},
                           Word{"current", "previous/current", Side::After},
                           Word{"removed", "removed/added", Side::Before, true},
                           Word{"added", "removed/added", Side::After, true}};

constexpr std::array<std::string_view, 4> SayingNothing{"value", "values", "state", "data"};

constexpr std::size_t LongestReadName = 200;

bool isUpper(char unit)
{
    return unit >= 'A' && unit <= 'Z';
}

bool isLetterOrDigit(char unit)
{
    return isUpper(unit) || (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9')
        || static_cast<unsigned char>(unit) >= 0x80;
}

/// Cut at what is no letter or digit and before a capital that follows a small letter; in small letters.
std::vector<std::string> splitName(std::string_view name)
{
    std::vector<std::string> words;
    bool isInWord = false;
    for (std::size_t place = 0; place < name.size(); ++place) {
        const char unit = name[place];
        const bool isLetter = isLetterOrDigit(unit);
        const bool begins = isLetter && (!isInWord || (isUpper(unit) && !isUpper(name[place - 1])));
        if (begins)
            words.emplace_back();
        if (isLetter)
            words.back() += isUpper(unit) ? static_cast<char>(unit - 'A' + 'a') : unit;
        isInWord = isLetter;
    }
    return words;
}

std::string joinedWords(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : "_") + word;
    return text;
}

} // namespace

std::optional<ChangeWord> changeWordOf(std::string_view name)
{
    if (name.size() > LongestReadName)
        return std::nullopt;
    std::vector<std::string> words = splitName(name);
    if (words.empty())
        return std::nullopt;
    const auto find = [](const std::string &word) {
        return std::ranges::find(Words, word, &Word::word);
    };
    const bool isFirst = find(words.front()) != Words.end();
    const auto found = isFirst ? find(words.front()) : find(words.back());
    if (found == Words.end())
        return std::nullopt;
    words.erase(isFirst ? words.begin() : words.end() - 1);
    ChangeWord word{found->side, std::string(found->pair) + '/' + joinedWords(words), {}, found->isDelta};
    std::erase_if(words, [](const std::string &each) {
        return std::ranges::find(SayingNothing, each) != SayingNothing.end();
    });
    word.subject = joinedWords(words);
    return word;
}

bool isDifferenceName(std::string_view name)
{
    if (name.size() > LongestReadName)
        return false;
    const std::vector<std::string> words = splitName(name);
    return !words.empty() && (words.back() == "diff" || words.back() == "difference");
}

} // namespace Trailglass
