// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QRect>
#include <QSize>

namespace Trailglass {

/// The size of a window that was never placed: \a wanted, as far as it fits \a available with its frame. Pure.
[[nodiscard]] QSize fittingSize(const QSize &wanted, const QSize &available);

/// Where a window goes that was at \a geometry: onto the screen it has most of, or the first one, as large as it was
/// as far as that fits with its frame, and completely within. Pure.
/// \param geometry  without the frame
/// \param screens   their available areas, at least one; the primary one first
[[nodiscard]] QRect placedOnScreens(const QRect &geometry, const QList<QRect> &screens);

} // namespace Trailglass
