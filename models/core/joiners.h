// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringView>

namespace Trailglass {

/// ZERO WIDTH NON-JOINER (U+200C) or ZERO WIDTH JOINER (U+200D).
[[nodiscard]] constexpr bool isJoiner(char32_t point)
{
    return point == 0x200C || point == 0x200D;
}

/// Whether the joiner at \a position changes how its neighbours are written: after a virama of the letter
/// before it, or between that letter and its virama (Indic scripts); between two letters that join each other
/// (Arabic and the scripts like it); a ZERO WIDTH JOINER also between two emoji. Else it can only hide.
///
/// Pure.
/// \thread any
/// \source RFC 5892, appendix A.1 and A.2; Unicode 15, chapter 12 (joiners before a virama) and UAX #29, rule
/// GB11
[[nodiscard]] bool joinsSomething(QStringView text, qsizetype position);

} // namespace Trailglass
