// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/jsonslicer.h"

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
    TooDeep, ///< deeper than JsonSlicer::MaxDepth
    ElementTooLarge, ///< longer than JsonSlicer::MaxElement
    EnvelopeTooLarge, ///< longer than JsonSlicer::MaxEnvelope
    TextAfterValue,
    CutOff,
    Empty,
};

/// One translated sentence, without the place.
[[nodiscard]] QString faultText(JsonFault fault);

/// The fault and its place; TooLarge for what passes a limit, else Malformed. \a fault is not None.
[[nodiscard]] SliceError sliceError(JsonFault fault, qint64 offset);

} // namespace Trailglass
