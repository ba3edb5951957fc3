// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/dialogheight.h"

#include "views/common/frameallowance.h"

#include <QLayout>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace Trailglass {

namespace {

/// A window manager places a window when it appears, and no more when it grows.
void keepOnScreen(QWidget &dialog)
{
    const QScreen *screen = dialog.screen();
    if (!dialog.isVisible() || !screen)
        return;
    const QRect room = screen->availableGeometry();
    const QRect frame = dialog.frameGeometry();
    const int over = frame.bottom() - room.bottom();
    if (over > 0)
        dialog.move(frame.left(), std::max(room.top(), frame.top() - over));
}

} // namespace

void growToTexts(QWidget &dialog)
{
    dialog.layout()->activate();
    const int wanted = dialog.layout()->totalHeightForWidth(dialog.width());
    const QScreen *shown = dialog.screen();
    const int room = shown ? (shown->availableSize() - FrameAllowance).height() : wanted;
    dialog.resize(dialog.width(), std::max(dialog.height(), std::min(wanted, room)));
    keepOnScreen(dialog);
}

} // namespace Trailglass
