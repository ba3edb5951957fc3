// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/viewshortcuts.h"

#include <QAction>
#include <QKeyEvent>
#include <QWidget>

namespace Trailglass {

ViewShortcuts::ViewShortcuts(QWidget *view)
    : QObject(view)
    , m_view(view)
{
    view->installEventFilter(this);
}

bool ViewShortcuts::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const QKeySequence pressed(static_cast<QKeyEvent *>(event)->keyCombination());
    const QList<QAction *> actions = m_view->actions();
    for (QAction *action : actions) {
        if (!action->shortcuts().contains(pressed))
            continue;
        event->accept();
        if (event->type() == QEvent::KeyPress)
            action->trigger();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Trailglass

#include "moc_viewshortcuts.cpp"
