// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/casefold.h"

#include "models/filter/normalization.h"
#include "models/json/utf8.h"

#include <QChar>

#include <unordered_map>

namespace Trailglass::Filter {

namespace {

constexpr char32_t LastCased = 0x1FFFF; // no script beyond plane 1 has case

// Qt folds these fully, to two code points, and therefore leaves them alone; their simple folding is the
// lower case.
constexpr bool hasFullAndSimpleFolding(char32_t codePoint)
{
    return codePoint == 0x1E9E || (codePoint >= 0x1F88 && codePoint <= 0x1F8F)
        || (codePoint >= 0x1F98 && codePoint <= 0x1F9F) || (codePoint >= 0x1FA8 && codePoint <= 0x1FAF)
        || codePoint == 0x1FBC || codePoint == 0x1FCC || codePoint == 0x1FFC;
}

using Classes = std::unordered_map<char32_t, std::u32string>;

Classes buildClasses()
{
    Classes classes;
    for (char32_t codePoint = 0; codePoint <= LastCased; ++codePoint) {
        const char32_t folded = foldedCodePoint(codePoint);
        if (folded != codePoint)
            classes.try_emplace(folded, 1, folded).first->second += codePoint;
    }
    return classes;
}

std::u32string codePoints(std::string_view utf8)
{
    std::u32string text;
    text.reserve(utf8.size());
    for (std::size_t position = 0; position < utf8.size();)
        text += nextCodePoint(utf8, position);
    return text;
}

} // namespace

char32_t foldedCodePoint(char32_t codePoint)
{
    if (codePoint < 0x80)
        return codePoint >= 'A' && codePoint <= 'Z' ? codePoint + ('a' - 'A') : codePoint;
    if (hasFullAndSimpleFolding(codePoint))
        return QChar::toLower(codePoint);
    return QChar::toCaseFolded(codePoint);
}

std::u32string foldingClass(char32_t folded)
{
    static const Classes classes = buildClasses();
    const auto found = classes.find(folded);
    return found != classes.end() ? found->second : std::u32string(1, folded);
}

std::string foldedText(std::string_view utf8)
{
    std::string folded;
    folded.reserve(utf8.size());
    if (isSettled(utf8)) {
        for (std::size_t position = 0; position < utf8.size();)
            appendUtf8(folded, foldedCodePoint(nextCodePoint(utf8, position)));
    } else {
        for (const char32_t codePoint : composed(codePoints(utf8)))
            appendUtf8(folded, foldedCodePoint(codePoint));
    }
    return folded;
}

std::u32string foldedCodePoints(std::string_view utf8)
{
    std::u32string folded = codePoints(utf8);
    if (!isSettled(utf8))
        folded = composed(folded);
    for (char32_t &codePoint : folded)
        codePoint = foldedCodePoint(codePoint);
    return folded;
}

} // namespace Trailglass::Filter
