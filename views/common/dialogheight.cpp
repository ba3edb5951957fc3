// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/dialogheight.h"

#include "views/common/frameallowance.h"

#include <QLayout>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace Trailglass {

void growToTexts(QWidget &dialog)
{
    dialog.layout()->activate();
    const int wanted = dialog.layout()->totalHeightForWidth(dialog.width());
    const QScreen *shown = dialog.screen();
    const int room = shown ? (shown->availableSize() - FrameAllowance).height() : wanted;
    dialog.resize(dialog.width(), std::max(dialog.height(), std::min(wanted, room)));
}

} // namespace Trailglass
