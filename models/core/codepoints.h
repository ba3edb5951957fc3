// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringView>

namespace Trailglass {

/// Walking through UTF-16 text by code points. Positions are of UTF-16 units, between characters. A surrogate
/// without its other half comes back as itself; there is nothing (0) before the start and after the end.
///
/// Pure.
/// \thread any

[[nodiscard]] inline char32_t pointAt(QStringView text, qsizetype position)
{
    if (position >= text.size())
        return 0;
    const QChar unit = text[position];
    const bool isPair =
        unit.isHighSurrogate() && position + 1 < text.size() && text[position + 1].isLowSurrogate();
    return isPair ? QChar::surrogateToUcs4(unit, text[position + 1]) : unit.unicode();
}

[[nodiscard]] inline char32_t pointBefore(QStringView text, qsizetype position)
{
    if (position <= 0)
        return 0;
    const QChar unit = text[position - 1];
    const bool isPair = unit.isLowSurrogate() && position > 1 && text[position - 2].isHighSurrogate();
    return isPair ? QChar::surrogateToUcs4(text[position - 2], unit) : unit.unicode();
}

/// UTF-16 units of a code point.
[[nodiscard]] inline qsizetype unitsOf(char32_t point)
{
    return QChar::requiresSurrogates(point) ? 2 : 1;
}

} // namespace Trailglass
