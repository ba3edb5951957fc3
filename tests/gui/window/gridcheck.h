// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace Trailglass::Testing {

/// Every margin and spacing of a layout of the program's own, in any window there is, that is not of the grid
/// (Spacing::isOnGrid()), and every font size that is not of the type scale. Each with its widget.
///
/// Layouts that Qt makes inside its own widgets are left out.
[[nodiscard]] QStringList placesOffTheGrid();

} // namespace Trailglass::Testing
