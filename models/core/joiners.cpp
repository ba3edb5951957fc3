// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/joiners.h"

#include "models/core/codepoints.h"
#include "models/core/emoji.h"

namespace Trailglass {
namespace {

constexpr char32_t ZeroWidthJoiner = 0x200D;
constexpr char32_t EmojiPresentation = 0xFE0F;
constexpr unsigned char Virama = 9; // of Canonical_Combining_Class

bool isVirama(char32_t point)
{
    return point != 0 && QChar::combiningClass(point) == Virama;
}

bool isMark(char32_t point)
{
    switch (QChar::category(point)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
        return true;
    default:
        return false;
    }
}

/// The nearest character before \a position for which \a skipped is not true.
template <class Predicate>
char32_t before(QStringView text, qsizetype position, Predicate skipped)
{
    char32_t point = pointBefore(text, position);
    while (point != 0 && skipped(point)) {
        position -= unitsOf(point);
        point = pointBefore(text, position);
    }
    return point;
}

/// The nearest character from \a position on for which \a skipped is not true.
template <class Predicate>
char32_t from(QStringView text, qsizetype position, Predicate skipped)
{
    char32_t point = pointAt(text, position);
    while (point != 0 && skipped(point)) {
        position += unitsOf(point);
        point = pointAt(text, position);
    }
    return point;
}

/// Whether the letter before \a position, ignoring marks, is of the script whose virama this is.
bool belongsToLetterBefore(char32_t virama, QStringView text, qsizetype position)
{
    const char32_t letter = before(text, position, isMark);
    return QChar::isLetter(letter) && QChar::script(letter) == QChar::script(virama);
}

bool isAtVirama(QStringView text, qsizetype position)
{
    const char32_t previous = pointBefore(text, position);
    if (isVirama(previous))
        return belongsToLetterBefore(previous, text, position);
    const char32_t next = pointAt(text, position + 1);
    return isVirama(next) && belongsToLetterBefore(next, text, position);
}

bool isBetweenJoiningLetters(QStringView text, qsizetype position)
{
    const auto isTransparent = [](char32_t point) {
        return QChar::joiningType(point) == QChar::Joining_Transparent;
    };
    const auto left = QChar::joiningType(before(text, position, isTransparent));
    const auto right = QChar::joiningType(from(text, position + 1, isTransparent));
    return (left == QChar::Joining_Dual || left == QChar::Joining_Left)
        && (right == QChar::Joining_Dual || right == QChar::Joining_Right);
}

bool isBetweenEmoji(QStringView text, qsizetype position)
{
    const auto isModifier = [](char32_t point) {
        return point == EmojiPresentation || isSkinTone(point);
    };
    return isPictograph(before(text, position, isModifier)) && isPictograph(pointAt(text, position + 1));
}

} // namespace

bool joinsSomething(QStringView text, qsizetype position)
{
    return isAtVirama(text, position) || isBetweenJoiningLetters(text, position)
        || (pointAt(text, position) == ZeroWidthJoiner && isBetweenEmoji(text, position));
}

} // namespace Trailglass
