// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QList>
#include <QObject>

class QDockWidget;
class QStackedWidget;
class QToolBar;

namespace Trailglass {

/// What stands in the centre of the window. Docks belong to the events; on other pages they are away, and come back
/// as they were.
/// \thread GUI
class WindowPages : public QObject
{
    Q_OBJECT

public:
    enum class Page
    {
        Events,
        Unsynced, ///< sources without an event
        Sources,
        FirstRun
    };

    /// \param stack  outlives this object
    explicit WindowPages(QStackedWidget &stack, QObject *parent = nullptr);

    /// The first page added is current.
    void add(Page page, QWidget *widget);
    /// \param docks    shown with the events only
    /// \param toolBar  shown with the events, and while there are none yet
    void setCompanions(const QList<QDockWidget *> &docks, QToolBar *toolBar);

    void show(Page page);
    [[nodiscard]] Page current() const { return m_current; }
    [[nodiscard]] QWidget *widget(Page page) const { return m_widgets.value(page); }

Q_SIGNALS:
    /// The events are still shown, with all docks.
    void leavingEvents();

private:
    void hideDocks();
    void bringDocksBack();

    QStackedWidget &m_stack;
    QHash<Page, QWidget *> m_widgets;
    Page m_current = Page::Events;
    QList<QDockWidget *> m_docks;
    QList<QDockWidget *> m_away; ///< were visible with the events
    QToolBar *m_toolBar = nullptr;
};

} // namespace Trailglass
