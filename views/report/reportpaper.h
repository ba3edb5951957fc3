// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QFont>
#include <QtGlobal>

/// Paper, letters and colours of a report. Lengths are in tenths of a point; y grows downwards from the upper left corner.
/// \thread any
namespace Trailglass::ReportPaper {

inline constexpr int UnitsPerInch = 720;

// A4, 210 mm × 297 mm.
inline constexpr qreal Width = 5'950;
inline constexpr qreal Height = 8'420;
inline constexpr qreal Margin = 570; ///< at the left and right: 20 mm
inline constexpr qreal ContentWidth = Width - 2 * Margin;
inline constexpr qreal HeaderTop = 340; ///< where the header of each page begins
inline constexpr qreal FooterBottom = Height - 340; ///< where its footer ends

enum class Letters
{
    Title,
    Heading,
    Subheading,
    Body,
    Small, ///< header, footer, labels of a chart, dense tables
    Code, ///< all of one width
};

enum class Ink
{
    Text,
    Quiet,
    Warning,
    Rule, ///< lines between parts
    Ground, ///< of letters of equal width
    Changed, ///< ground of a changed run
    Bar,
    Failure,
    Success,
    Unknown,
};

/// Sizes are fixed, and do not depend on a screen; without hinting, so that a line is as long on paper as it was measured.
/// DejaVu where it is installed, else what the system has.
[[nodiscard]] QFont font(Letters letters);

/// On white. Texts have a contrast of at least 4.5 : 1, bars one of 1.5 : 1 to their neighbours: on paper without colours
/// nothing else tells them apart. Outcomes have the hues of Colours::outcome(), in the shades that this needs.
[[nodiscard]] QColor colour(Ink ink);

} // namespace Trailglass::ReportPaper
