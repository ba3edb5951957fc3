// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/exporting/column.h"

class QFontMetrics;

namespace Trailglass {

/// Width in pixels that suits what a column usually holds, wide enough for its title.
///
/// From the kind of the column alone: measuring the rows would load them.
[[nodiscard]] int usualColumnWidth(const Column &column, const QString &title, const QFontMetrics &metrics);

} // namespace Trailglass
