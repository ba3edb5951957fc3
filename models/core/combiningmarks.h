// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Trailglass {

/// More combining marks on one character than any script needs: Biblical Hebrew has four, Tibetan five.
inline constexpr int MaxCombiningMarks = 6;

/// Replaces the combining marks that a character has beyond MaxCombiningMarks by their number, as `<+22
/// marks>`.
///
/// Stacked by the dozen they are drawn over the lines above and below. For display only. Pure.
/// \thread any
[[nodiscard]] QString withFewMarks(const QString &text);

} // namespace Trailglass
