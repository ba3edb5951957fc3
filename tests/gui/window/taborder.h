// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

class QWidget;

namespace Trailglass::Testing {

/// Where Tab goes back in a window that is shown: from a widget to one that is wholly above it, or in its row and wholly
/// before it, which it has to do once, since the order is a circle. Each with both widgets. The order of the buttons of a QDialogButtonBox is Qt's.
/// \returns empty when there is none
[[nodiscard]] QStringList tabOrderFaults(const QWidget &window);

} // namespace Trailglass::Testing
