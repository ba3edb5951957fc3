// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/mirroring.h"

#include <QStyle>

namespace Trailglass {

int lineFlags(Qt::LayoutDirection direction, Qt::AlignmentFlag side)
{
    const Qt::Alignment alignment = QStyle::visualAlignment(direction, side | Qt::AlignVCenter);
    return static_cast<int>(alignment) | Qt::TextSingleLine;
}

QMargins mirrored(Qt::LayoutDirection direction, const QMargins &margins)
{
    if (direction == Qt::LeftToRight)
        return margins;
    return {margins.right(), margins.top(), margins.left(), margins.bottom()};
}

} // namespace Trailglass
