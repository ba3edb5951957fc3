// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/changes/textwords.h"

#include "models/json/utf8.h"

#include <QChar>

namespace Trailglass {

namespace {

enum class Shape
{
    Word,
    Space,
    Sign,
    Attached, ///< belongs to the character before it
};

bool isWrittenWithoutSpaces(char32_t character)
{
    switch (QChar::script(character)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

Shape shapeOf(char32_t character)
{
    constexpr char32_t ZeroWidthNonJoiner = 0x200C;
    constexpr char32_t ZeroWidthJoiner = 0x200D;
    if (QChar::isMark(character) || character == ZeroWidthNonJoiner || character == ZeroWidthJoiner)
        return Shape::Attached;
    if (QChar::isSpace(character))
        return Shape::Space;
    if (character == U'_' || (QChar::isLetterOrNumber(character) && !isWrittenWithoutSpaces(character)))
        return Shape::Word;
    return Shape::Sign;
}

} // namespace

std::vector<std::string_view> wordsOf(std::string_view line)
{
    std::vector<std::string_view> words;
    std::size_t start = 0;
    Shape before = Shape::Sign;
    for (std::size_t position = 0; position < line.size();) {
        const std::size_t place = position;
        const Shape shape = shapeOf(nextCodePoint(line, position));
        const bool continues = shape == Shape::Attached || (shape == before && shape != Shape::Sign);
        if (place > start && !continues) {
            words.push_back(line.substr(start, place - start));
            start = place;
        }
        if (shape != Shape::Attached)
            before = shape;
    }
    if (start < line.size())
        words.push_back(line.substr(start));
    return words;
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    lines.push_back(text);
    return lines;
}

} // namespace Trailglass
