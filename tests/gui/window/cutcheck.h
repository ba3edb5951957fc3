// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

class QWidget;

namespace Trailglass::Testing {

/// What has too little room in a window that is shown: actions that a tool bar does not show, tabs to scroll to,
/// buttons and labels narrower than their texts, parts of the tool bar or status bar beyond its edge.
/// \returns empty when there is none
[[nodiscard]] QStringList cutPlaces(const QWidget &window);

} // namespace Trailglass::Testing
