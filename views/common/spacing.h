// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <algorithm>
#include <array>

namespace Trailglass::Spacing {

/// The grid of docs/design-language.md: every margin and spacing of a layout is one of these, in pixels at scale 1.

constexpr int None = 0;
constexpr int Hair = 2; ///< parts of one control
constexpr int Tight = 4; ///< controls that belong together
constexpr int Normal = 8; ///< controls of a row, margins of a pane
constexpr int Wide = 12; ///< margins of a dialog
constexpr int Section = 16; ///< groups of controls
constexpr int Page = 24; ///< margins of a page

inline constexpr std::array Grid{None, Hair, Tight, Normal, Wide, Section, Page};

[[nodiscard]] constexpr bool isOnGrid(int pixels)
{
    return std::ranges::find(Grid, pixels) != Grid.end();
}

} // namespace Trailglass::Spacing
