// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

class QWidget;

namespace Trailglass::Testing {

/// What a screen reader cannot make sense of in the visible part of \a root: something that takes the keyboard without a
/// name, or without a role of its own; a table or list whose first row says nothing. Each with its widget.
[[nodiscard]] QStringList accessibilityFaults(QWidget &root);

} // namespace Trailglass::Testing
