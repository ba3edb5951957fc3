// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

class QWidget;

namespace Trailglass {

/// Copies what \a focus, the widget with the keyboard, means by Ctrl+C: through its own action for these
/// keys, else as if they were pressed.
void copyFrom(QWidget &focus);

} // namespace Trailglass
