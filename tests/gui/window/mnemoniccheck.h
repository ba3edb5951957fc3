// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

class QWidget;

namespace Trailglass::Testing {

/// Letters that Alt takes to more than one part in sight of a window, its menus included, as it presses none of them then,
/// and those of labels whose field does not take the keyboard.
/// \returns each letter with the texts that have it
[[nodiscard]] QStringList mnemonicFaults(const QWidget &window);

} // namespace Trailglass::Testing
