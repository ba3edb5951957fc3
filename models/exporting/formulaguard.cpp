// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/formulaguard.h"

#include "models/core/codepointrange.h"

#include <algorithm>
#include <array>

namespace Trailglass {

namespace {

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

/// Drops the digits \a text starts with.
/// \returns false when there are none
bool skipDigits(std::string_view &text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), isDigit);
    const auto digits = static_cast<std::size_t>(end - text.begin());
    text.remove_prefix(digits);
    return digits > 0;
}

bool isNumber(std::string_view cell)
{
    if (cell.starts_with('-'))
        cell.remove_prefix(1);
    if (!skipDigits(cell))
        return false;
    if (cell.starts_with('.')) {
        cell.remove_prefix(1);
        if (!skipDigits(cell))
            return false;
    }
    if (cell.starts_with('e') || cell.starts_with('E')) {
        cell.remove_prefix(1);
        if (cell.starts_with('+') || cell.starts_with('-'))
            cell.remove_prefix(1);
        if (!skipDigits(cell))
            return false;
    }
    return cell.empty();
}

/// What is invisible at the start of a cell: controls, Unicode spaces, zero-width and bidi characters,
/// fillers.
constexpr auto InvisibleRanges = std::to_array<CodePointRange>({
    {0x00, 0x08},     {0x0B, 0x0C},     {0x0E, 0x20},     {0x7F, 0xA0},     {0xAD, 0xAD},
    {0x034F, 0x034F}, {0x061C, 0x061C}, {0x115F, 0x1160}, {0x1680, 0x1680}, {0x17B4, 0x17B5},
    {0x180B, 0x180F}, {0x2000, 0x200F}, {0x2028, 0x202F}, {0x205F, 0x206F}, {0x2800, 0x2800},
    {0x3000, 0x3000}, {0x3164, 0x3164}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0},
});
static_assert(isSorted(InvisibleRanges));

bool isInvisible(char32_t character)
{
    return isIn(InvisibleRanges, character);
}

bool startsFormula(char32_t character)
{
    constexpr std::u32string_view Triggers = U"=+-@＝＋－＠\t\r\n";
    return Triggers.find(character) != std::u32string_view::npos;
}

/// Takes one character of up to three bytes off the front; longer and broken ones come back as U+FFFD, one
/// byte long, which is right here: nothing above U+FFFF is invisible or starts a formula.
char32_t takeCharacter(std::string_view &text)
{
    const auto byte = [&text](std::size_t index) -> char32_t {
        return index < text.size() ? static_cast<unsigned char>(text[index]) : 0;
    };
    const auto continues = [&byte](std::size_t index) {
        return (byte(index) & 0xC0) == 0x80;
    };
    char32_t character = byte(0);
    std::size_t length = 1;
    if ((character & 0xE0) == 0xC0 && continues(1)) {
        character = (character & 0x1F) << 6 | (byte(1) & 0x3F);
        length = 2;
    } else if ((character & 0xF0) == 0xE0 && continues(1) && continues(2)) {
        character = (character & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
        length = 3;
    } else if (character >= 0x80) {
        character = 0xFFFD;
    }
    text.remove_prefix(length);
    return character;
}

} // namespace

bool isSpreadsheetFormula(std::string_view cell)
{
    std::string_view rest = cell;
    while (!rest.empty()) {
        const char32_t character = takeCharacter(rest);
        if (startsFormula(character))
            return !isNumber(cell);
        if (!isInvisible(character))
            return false;
    }
    return false;
}

} // namespace Trailglass
