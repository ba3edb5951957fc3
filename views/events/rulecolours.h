// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>

namespace Trailglass {

/// The colours of colour rules, the same number of them in light and dark. Every colour that the table writes
/// with has a contrast of at least 4.5 : 1 on each.
/// \param colour  0 … RuleColours - 1
[[nodiscard]] QColor ruleGround(int colour, const QPalette &palette);
/// A square of the colour, with an edge.
[[nodiscard]] QIcon ruleColourIcon(int colour, const QPalette &palette);

} // namespace Trailglass
