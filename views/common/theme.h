// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

#include <QColor>
#include <QPalette>

namespace Trailglass {

/// Light or dark, as chosen or as the desktop has it.
enum class Appearance
{
    System,
    Light,
    Dark
};

/// Sets style and palette of the whole program. The system's palette as it was at the first call is what
/// System goes back to.
void applyAppearance(Appearance appearance);

/// Whether a palette's text is lighter than its background.
[[nodiscard]] bool isDark(const QPalette &palette);

/// Colours that the palette has no role for. All have a contrast of at least 4.5 : 1 against QPalette::Base.
namespace Colours {

[[nodiscard]] QColor outcome(Outcome outcome, const QPalette &palette);
[[nodiscard]] QColor error(const QPalette &palette);
[[nodiscard]] QColor warning(const QPalette &palette);
[[nodiscard]] QColor good(const QPalette &palette);
/// Text that matters less: captions, origins, counts.
[[nodiscard]] QColor quiet(const QPalette &palette);
/// Ground of a text that was looked for; QPalette::Text on it has a contrast of at least 4.5 : 1.
[[nodiscard]] QColor found(const QPalette &palette);
/// Bars of a chart, distinguished by a number: the same number always has the same colour. A contrast of at
/// least 3 : 1.
/// \param number  0 or more; after ten the colours come again
[[nodiscard]] QColor series(int number, const QPalette &palette);
/// Syntax of JSON: names, strings, numbers, `true false null`.
[[nodiscard]] QColor jsonName(const QPalette &palette);
[[nodiscard]] QColor jsonString(const QPalette &palette);
[[nodiscard]] QColor jsonNumber(const QPalette &palette);
[[nodiscard]] QColor jsonWord(const QPalette &palette);

} // namespace Colours

} // namespace Trailglass
