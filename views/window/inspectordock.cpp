// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/window/inspectordock.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QResizeEvent>

#include <utility>

namespace Trailglass {

InspectorDock::InspectorDock(QMainWindow &window, QDockWidget &dock, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_dock(dock)
    , m_area(besideArea())
{
    // Below the table it is no wider than the table.
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    reset();
    window.installEventFilter(this);
    dock.installEventFilter(this);
    // The dock has been shown by then, but what its Show event leads to comes later.
    connect(dock.toggleViewAction(), &QAction::triggered, this, [this](bool isShown) {
        if (isShown)
            m_opensItself = true;
        m_isOpening = isShown;
    });
}

void InspectorDock::keepWidthOf(QDockWidget &other)
{
    m_other = &other;
    other.installEventFilter(this);
}

void InspectorDock::eventChosen()
{
    if (!m_opensItself || !m_dock.toggleViewAction()->isEnabled() || !m_dock.isHidden())
        return;
    m_isOpening = true;
    m_dock.show();
}

void InspectorDock::open()
{
    m_opensItself = true;
    eventChosen();
    m_dock.raise(); // another pane may cover it, as a tab
}

/// A main window mirrors its bars, and leaves its docks where they are.
Qt::DockWidgetArea InspectorDock::besideArea() const
{
    return m_window.isRightToLeft() ? Qt::LeftDockWidgetArea : Qt::RightDockWidgetArea;
}

Qt::DockWidgetArea InspectorDock::fittingArea() const
{
    return m_window.width() < NarrowWidth ? Qt::BottomDockWidgetArea : besideArea();
}

void InspectorDock::placeInto(Qt::DockWidgetArea area)
{
    const bool isHidden = m_dock.isHidden();
    m_area = area;
    m_needsSize = true;
    m_isOpening = !isHidden;
    m_window.addDockWidget(area, &m_dock);
    m_dock.setHidden(isHidden); // adding shows it
    if (!isHidden)
        finishOpening();
}

void InspectorDock::finishOpening()
{
    if (m_dock.isHidden())
        return;
    if (m_needsSize) {
        m_needsSize = false;
        const bool isBelow = m_window.dockWidgetArea(&m_dock) == Qt::BottomDockWidgetArea;
        m_window.resizeDocks({&m_dock}, {isBelow ? DefaultHeight : DefaultWidth},
                             isBelow ? Qt::Vertical : Qt::Horizontal);
    }
    restoreOther();
    m_isSettled = true;
    if (std::exchange(m_isOpening, false))
        Q_EMIT opened();
}

/// A main window takes the room of a new dock from all that are there.
void InspectorDock::restoreOther()
{
    if (!m_other || m_other->isHidden() || m_other->isFloating() || m_otherWidth <= 0)
        return;
    const Qt::DockWidgetArea area = m_window.dockWidgetArea(m_other);
    const bool isBeside = area == Qt::LeftDockWidgetArea || area == Qt::RightDockWidgetArea;
    if (isBeside && m_other->width() != m_otherWidth)
        m_window.resizeDocks({m_other}, {m_otherWidth}, Qt::Horizontal);
}

bool InspectorDock::isMoved() const
{
    return m_dock.isFloating() || m_window.dockWidgetArea(&m_dock) != m_area;
}

void InspectorDock::follow()
{
    if (!isMoved() && fittingArea() != m_area)
        placeInto(fittingArea());
}

void InspectorDock::settle(bool opensItself, bool isMoved)
{
    m_opensItself = opensItself;
    const Qt::DockWidgetArea area = m_window.dockWidgetArea(&m_dock);
    if (isMoved && !m_dock.isFloating())
        m_area = Qt::NoDockWidgetArea;
    else if (area == besideArea() || area == Qt::BottomDockWidgetArea)
        m_area = area;
    m_needsSize = m_dock.isHidden();
    // A window that is to be maximised has not got its width yet; it is resized when it does.
    if (!m_window.isMaximized() && !m_window.isFullScreen())
        follow();
}

void InspectorDock::reset()
{
    m_opensItself = true;
    m_dock.setFloating(false);
    m_dock.hide();
    placeInto(fittingArea());
}

bool InspectorDock::eventFilter(QObject *watched, QEvent *event)
{
    // Only the user closes it: pages hide it.
    if (watched == &m_dock && event->type() == QEvent::Close)
        m_opensItself = false;
    if (watched == &m_dock && event->type() == QEvent::Hide)
        m_isSettled = false;
    // Not what it is left with while the inspector opens.
    if (watched == m_other && event->type() == QEvent::Resize && (m_dock.isHidden() || m_isSettled))
        m_otherWidth = static_cast<QResizeEvent *>(event)->size().width();
    // Later: the window is in the middle of laying out its docks.
    if (watched == &m_dock && event->type() == QEvent::Show && !event->spontaneous())
        QMetaObject::invokeMethod(this, &InspectorDock::finishOpening, Qt::QueuedConnection);
    if (watched == &m_window && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &InspectorDock::follow, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

} // namespace Trailglass

#include "moc_inspectordock.cpp"
