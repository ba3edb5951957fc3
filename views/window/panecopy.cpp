// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/window/panecopy.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

#include <algorithm>

namespace Trailglass {

void copyFrom(QWidget &focus)
{
    const QKeySequence keys(QKeySequence::Copy);
    const QList<QAction *> actions = focus.actions();
    const auto own = std::ranges::find_if(
        actions, [&keys](const QAction *action) { return action->shortcuts().contains(keys); });
    if (own != actions.end()) {
        (*own)->trigger();
        return;
    }
    QKeyEvent press(QEvent::KeyPress, keys[0].key(), keys[0].keyboardModifiers());
    QCoreApplication::sendEvent(&focus, &press);
}

} // namespace Trailglass
