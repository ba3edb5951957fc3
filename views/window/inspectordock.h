// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QDockWidget;
class QMainWindow;

namespace Trailglass {

/// Where the inspector stands, and when it opens.
///
/// It opens when an event is chosen, unless the user has closed it; then it stays closed until open() or its menu action. It
/// stands beside the table of a wide window, where lines end, and below that of a narrow one, unless the user has moved it.
/// \thread GUI
class InspectorDock : public QObject
{
    Q_OBJECT

public:
    static constexpr int NarrowWidth = 1400; ///< px; a window below this is narrow
    static constexpr int DefaultWidth = 300; // px
    static constexpr int DefaultHeight = 240; ///< px; a third of a window of 720

    /// \param window, dock  outlive this object; the dock is in the window
    InspectorDock(QMainWindow &window, QDockWidget &dock, QObject *parent = nullptr);

    /// \param other  another dock of the window, as long-lived; stands beside the table and keeps its width when the
    /// inspector opens there too
    void keepWidthOf(QDockWidget &other);

    /// An event was chosen.
    void eventChosen();
    /// The user asks for it.
    void open();

    /// Whether it opens by itself.
    [[nodiscard]] bool opensItself() const { return m_opensItself; }
    /// Whether the user has moved it, so that the width of the window does not.
    [[nodiscard]] bool isMoved() const;

    /// The window has another state: follows where the dock is now, and moves it to where it belongs unless the user
    /// had moved it. Opens and closes nothing.
    void settle(bool opensItself, bool isMoved);
    /// As in a new window: closed, in its place, to be opened by itself.
    void reset();

Q_SIGNALS:
    /// It was opened, or went to another place, and the panes beside it have their new sizes. Coming back with the
    /// page of the events, or with the window, is not opening.
    void opened();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] Qt::DockWidgetArea besideArea() const;
    [[nodiscard]] Qt::DockWidgetArea fittingArea() const;
    void placeInto(Qt::DockWidgetArea area);
    void follow();
    void finishOpening();
    void restoreOther();

    QMainWindow &m_window;
    QDockWidget &m_dock;
    /// Where it was put here; in another area, the user has moved it. NoDockWidgetArea: moved before.
    Qt::DockWidgetArea m_area;
    bool m_opensItself = true;
    bool m_needsSize = true; ///< a hidden dock cannot be given one
    bool m_isSettled = false; ///< it is shown, and the panes beside it have their sizes
    QDockWidget *m_other = nullptr;
    int m_otherWidth = 0; ///< px that the user gave it; 0: not known
    bool m_isOpening = false; ///< opened() is to be said when it is shown
};

} // namespace Trailglass
