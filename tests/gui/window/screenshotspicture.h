// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QImage>
#include <QStringList>

namespace Trailglass::Testing {

/// The screen with every window of the program on it, as they stand there: dialogs over the window, menus and tool
/// tips over all. In the pixels of the screen.
/// \thread GUI
[[nodiscard]] QImage pictureOfScreen();

/// What does not fit on the screen, one sentence for each window; a title bar is not counted.
/// \thread GUI
[[nodiscard]] QStringList windowsBeyondScreen();

} // namespace Trailglass::Testing
