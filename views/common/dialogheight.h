// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

class QWidget;

namespace Trailglass {

/// Makes a dialog as high as the texts in it need at its width, as far as the screen has room; never lower. A layout does not
/// do it for a text that takes more lines: what stands below would be squeezed. A dialog in sight moves up where its lower
/// edge, with the buttons, would leave the screen.
/// \pre the dialog has a layout
/// \thread GUI
void growToTexts(QWidget &dialog);

} // namespace Trailglass
