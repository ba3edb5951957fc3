// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/window/windowplacement.h"

#include "views/common/frameallowance.h"

#include <algorithm>

namespace Trailglass {

namespace {

qint64 sharedArea(const QRect &a, const QRect &b)
{
    const QRect shared = a.intersected(b);
    return shared.isEmpty() ? 0 : qint64(shared.width()) * shared.height();
}

} // namespace

QSize fittingSize(const QSize &wanted, const QSize &available)
{
    return wanted.boundedTo(available - FrameAllowance);
}

QRect placedOnScreens(const QRect &geometry, const QList<QRect> &screens)
{
    const QRect *home = &screens.constFirst();
    for (const QRect &screen : screens) {
        if (sharedArea(geometry, screen) > sharedArea(geometry, *home))
            home = &screen;
    }
    QRect placed(geometry.topLeft(), fittingSize(geometry.size(), home->size()));
    // The title bar is the upper part of the frame; the other sides are thin.
    const int left = home->left() + FrameAllowance.width() / 2;
    const int top = home->top() + FrameAllowance.height() - FrameAllowance.width() / 2;
    const int right = home->right() + 1 - FrameAllowance.width() / 2 - placed.width();
    const int bottom = home->bottom() + 1 - FrameAllowance.width() / 2 - placed.height();
    placed.moveTo(std::clamp(placed.left(), left, std::max(left, right)),
                  std::clamp(placed.top(), top, std::max(top, bottom)));
    return placed;
}

} // namespace Trailglass
