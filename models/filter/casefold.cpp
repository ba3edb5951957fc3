// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/casefold.h"

#include "models/filter/normalization.h"

#include <QChar>

#include <unordered_map>

namespace Trailglass::Filter {

namespace {

constexpr char32_t Replacement = 0xFFFD;
constexpr char32_t LastCased = 0x1FFFF; // no script behind the second plane has case

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

/// The length of the sequence a lead byte announces, 0 for a byte that leads none.
std::size_t sequenceLength(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

bool isOverlongOrSurrogate(char32_t codePoint, std::size_t length)
{
    return (length == 3 && (codePoint < 0x800 || (codePoint >= 0xD800 && codePoint <= 0xDFFF)))
        || (length == 4 && (codePoint < 0x10000 || codePoint > 0x10FFFF));
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

char32_t nextCodePoint(std::string_view utf8, std::size_t &position)
{
    const auto byteAt = [&](std::size_t index) {
        return static_cast<unsigned char>(utf8[index]);
    };
    const unsigned char lead = byteAt(position);
    const std::size_t length = sequenceLength(lead);
    if (length == 1) {
        ++position;
        return lead;
    }
    const std::size_t start = position++;
    if (length == 0 || utf8.size() - start < length)
        return Replacement;
    char32_t codePoint = lead & (0x7FU >> length);
    for (std::size_t index = start + 1; index < start + length; ++index) {
        if ((byteAt(index) & 0xC0) != 0x80)
            return Replacement;
        codePoint = (codePoint << 6) | (byteAt(index) & 0x3FU);
    }
    if (isOverlongOrSurrogate(codePoint, length))
        return Replacement;
    position = start + length;
    return codePoint;
}

void appendUtf8(std::string &out, char32_t codePoint)
{
    const auto put = [&out](char32_t byte) {
        out += static_cast<char>(static_cast<unsigned char>(byte));
    };
    if (codePoint < 0x80) {
        put(codePoint);
        return;
    }
    if (codePoint < 0x800) {
        put(0xC0 | (codePoint >> 6));
    } else if (codePoint < 0x10000) {
        put(0xE0 | (codePoint >> 12));
        put(0x80 | ((codePoint >> 6) & 0x3F));
    } else {
        put(0xF0 | (codePoint >> 18));
        put(0x80 | ((codePoint >> 12) & 0x3F));
        put(0x80 | ((codePoint >> 6) & 0x3F));
    }
    put(0x80 | (codePoint & 0x3F));
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
