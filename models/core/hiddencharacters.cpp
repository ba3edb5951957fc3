// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/hiddencharacters.h"

#include "models/core/codepointrange.h"
#include "models/core/codepoints.h"
#include "models/core/emoji.h"
#include "models/core/joiners.h"

namespace Trailglass {
namespace {

/// Hidden wherever they stand.
constexpr auto AlwaysHidden = std::to_array<CodePointRange>({
    {0x0000, 0x001F},   {0x007F, 0x009F},   {0x00AD, 0x00AD},   {0x034F, 0x034F},   {0x061C, 0x061C},
    {0x115F, 0x1160},   {0x17B4, 0x17B5},   {0x200B, 0x200B},   {0x200E, 0x200F},   {0x2028, 0x202E},
    {0x2060, 0x206F},   {0x3164, 0x3164},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB},
    {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE00FF}, {0xE01F0, 0xE0FFF},
});
static_assert(isSorted(AlwaysHidden));

/// Select a form of the letter before them, or divide it from the next.
constexpr std::array MongolianControls{CodePointRange{0x180B, 0x180F}};
constexpr std::array VariationSelectors{CodePointRange{0xFE00, 0xFE0D}};
constexpr std::array EmojiSelectors{CodePointRange{0xFE0E, 0xFE0F}};
constexpr std::array IdeographSelectors{CodePointRange{0xE0100, 0xE01EF}};

/// UTF-16 units that one of the above, or a joiner, begins with.
constexpr auto FirstUnits = std::to_array<CodePointRange>({
    {0x0000, 0x001F}, {0x007F, 0x009F}, {0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x061C, 0x061C},
    {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x200B, 0x200F}, {0x2028, 0x202E},
    {0x2060, 0x206F}, {0x3164, 0x3164}, {0xD82F, 0xD82F}, {0xD834, 0xD834}, {0xDB40, 0xDB43},
    {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB},
});
static_assert(isSorted(FirstUnits));

constexpr char32_t FirstPrintable = 0x20;
constexpr char32_t LastPrintableAscii = 0x7E;
constexpr char32_t EnclosingKeycap = 0x20E3;
constexpr char16_t HighSurrogateOfIdeographSelectors = 0xDB40;

bool isSymbol(char32_t point)
{
    switch (QChar::category(point)) {
    case QChar::Symbol_Math:
    case QChar::Symbol_Currency:
    case QChar::Symbol_Modifier:
    case QChar::Symbol_Other:
        return true;
    default:
        return false;
    }
}

bool hasStandardVariants(char32_t point)
{
    switch (QChar::script(point)) {
    case QChar::Script_Han:
    case QChar::Script_Myanmar:
    case QChar::Script_PhagsPa:
    case QChar::Script_Manichaean:
        return true;
    default:
        return isSymbol(point);
    }
}

/// Keys of a telephone are emoji only together with the keycap around them.
bool isKey(char32_t point)
{
    return (point >= U'0' && point <= U'9') || point == U'#' || point == U'*';
}

/// Whether a selector at \a position can change the character before it; a second one in a row cannot.
bool selectsAForm(char32_t selector, QStringView text, qsizetype position)
{
    const char32_t base = pointBefore(text, position);
    if (isIn(MongolianControls, selector))
        return QChar::isLetter(base) && QChar::script(base) == QChar::Script_Mongolian;
    if (isIn(VariationSelectors, selector))
        return hasStandardVariants(base);
    if (isIn(EmojiSelectors, selector))
        return isPictograph(base) || (isKey(base) && pointAt(text, position + 1) == EnclosingKeycap);
    return QChar::script(base) == QChar::Script_Han;
}

bool isSelector(char32_t point)
{
    return isIn(MongolianControls, point) || isIn(VariationSelectors, point) || isIn(EmojiSelectors, point)
        || isIn(IdeographSelectors, point);
}

} // namespace

bool isHidden(QStringView text, qsizetype position)
{
    const char32_t point = pointAt(text, position);
    if (isJoiner(point))
        return !joinsSomething(text, position);
    if (isSelector(point))
        return !selectsAForm(point, text, position);
    return isIn(AlwaysHidden, point);
}

bool mayBeHidden(QChar unit)
{
    const char16_t value = unit.unicode();
    if (value >= FirstPrintable && value <= LastPrintableAscii)
        return false; // most text is nothing else
    return isIn(FirstUnits, value);
}

bool dependsOnNeighbours(QChar unit)
{
    const char16_t value = unit.unicode();
    return isJoiner(value) || isSelector(value) || value == HighSurrogateOfIdeographSelectors;
}

} // namespace Trailglass
