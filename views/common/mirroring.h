// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMargins>
#include <Qt>

namespace Trailglass {

// For what is placed by hand. Places are written as from left to right, and QStyle::visualRect() makes of them what they
// are in the direction of the widget.

/// Flags of QPainter::drawText() for one line, vertically in the middle. Right in \a direction, whatever that of the
/// program is, which the painter has.
/// \param side  Qt::AlignLeft or Qt::AlignRight, as from left to right
[[nodiscard]] int lineFlags(Qt::LayoutDirection direction, Qt::AlignmentFlag side);

/// Layouts mirror what is in them, but not their margins.
/// \param margins  as from left to right
[[nodiscard]] QMargins mirrored(Qt::LayoutDirection direction, const QMargins &margins);

} // namespace Trailglass
