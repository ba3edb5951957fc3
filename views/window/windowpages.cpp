// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/window/windowpages.h"

#include <QAction>
#include <QDockWidget>
#include <QStackedWidget>
#include <QToolBar>

#include <utility>

namespace Trailglass {

WindowPages::WindowPages(QStackedWidget &stack, QObject *parent)
    : QObject(parent)
    , m_stack(stack)
{
}

void WindowPages::add(Page page, QWidget *widget)
{
    if (m_widgets.isEmpty())
        m_current = page;
    m_widgets.insert(page, widget);
    m_stack.addWidget(widget);
}

void WindowPages::setCompanions(const QList<QDockWidget *> &docks, QToolBar *toolBar)
{
    m_docks = docks;
    m_toolBar = toolBar;
}

void WindowPages::show(Page page)
{
    if (page == m_current)
        return;
    if (m_current == Page::Events) {
        Q_EMIT leavingEvents();
        hideDocks();
    }
    m_current = page;
    m_stack.setCurrentWidget(m_widgets.value(page));
    m_toolBar->setVisible(page == Page::Events || page == Page::Unsynced);
    if (page == Page::Events)
        bringDocksBack();
}

void WindowPages::hideDocks()
{
    for (QDockWidget *dock : std::as_const(m_docks)) {
        if (!dock->isHidden())
            m_away.append(dock);
        dock->hide();
        dock->toggleViewAction()->setEnabled(false);
    }
}

void WindowPages::bringDocksBack()
{
    for (QDockWidget *dock : std::as_const(m_docks))
        dock->toggleViewAction()->setEnabled(true);
    for (QDockWidget *dock : std::exchange(m_away, {}))
        dock->show();
}

} // namespace Trailglass

#include "moc_windowpages.cpp"
