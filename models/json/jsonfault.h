// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Trailglass {

/// What is wrong with a JSON text at one place.
enum class JsonFault : quint8
{
    None,
    ValueExpected,
    NameExpected,
    ColonExpected,
    CommaOrBraceExpected,
    CommaOrBracketExpected,
    BadLiteral,
    BadNumber,
    ControlCharacter,
    BadEscape,
    BadUtf8,
    TooDeep, ///< deeper than MaxJsonDepth
    TooLarge, ///< longer than the reader allows
    TextAfterValue,
    CutOff,
    Empty,
};

/// One translated sentence, without the place.
[[nodiscard]] QString faultText(JsonFault fault);

} // namespace Trailglass
