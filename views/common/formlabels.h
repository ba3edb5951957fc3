// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

class QWidget;

namespace Trailglass {

/// Gives the labels of all forms in a widget one width, that of the widest: forms that stand below each other then have their
/// fields at one line. To be called when the forms have their rows.
/// \thread GUI
void alignFormLabels(const QWidget &widget);

} // namespace Trailglass
