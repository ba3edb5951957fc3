// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/window/windowactions.h"
#include "views/window/windowpages.h"
#include "views/window/windowplaces.h"

#include <QMainWindow>

#include <memory>

class QDockWidget;
class QStackedWidget;
class QToolButton;

namespace Trailglass {

class EventsPage;
class InspectorDock;
class MessageStrip;
class WindowStatus;

/// The panes of the window, made by the composition root; the window takes ownership of all.
struct WindowPanes
{
    QWidget *queryBar = nullptr; ///< in the tool bar
    QWidget *histogram = nullptr; ///< above the events
    QWidget *events = nullptr; ///< the centre
    QWidget *firstRun = nullptr; ///< the centre while there is nothing to show
    QWidget *unsynced = nullptr; ///< the centre while there are sources and no event
    QWidget *filters = nullptr; ///< dock at the side where lines begin
    QWidget *inspector = nullptr; ///< dock at the other side, or at the bottom
    QWidget *sources = nullptr; ///< the centre, on request
    QWidget *sourceStrip = nullptr; ///< in the status bar
    QMenu *presets = nullptr;
    QMenu *table = nullptr; ///< in the menu View
};

/// How the user has arranged the window.
struct WindowLayout
{
    QByteArray geometry; ///< QWidget::saveGeometry(); empty: as in a new window
    bool isMaximised = false; ///< also over a geometry that cannot be read
    QByteArray docks; ///< of MainWindow alone; empty: as in a new window
    int histogramHeight = 0; ///< px; 0: as in a new window
    bool inspectorOpensItself = true;
    bool isInspectorMoved = false; ///< by the user, to another side than the window's width asks for
};

/// Layout, docks, menus, tool bar and status bar. Knows no engine: actions() report what is requested, what
/// is shown comes in through the setters.
/// \thread GUI
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    using Page = WindowPages::Page;

    static constexpr QSize DefaultSize{1440, 900}; ///< px; less on a smaller screen

    explicit MainWindow(const WindowPanes &panes, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] WindowActions &actions() { return m_actions; }

    void showPage(Page page);
    [[nodiscard]] Page page() const { return m_pages->current(); }
    [[nodiscard]] bool showsFirstRun() const { return page() == Page::FirstRun; }

    /// As with the events shown, whatever is shown now.
    [[nodiscard]] WindowLayout windowLayout() const;
    /// What cannot be read, or is of another version, is as in a new window. On a screen that is there, and no
    /// larger than it, also where a maximised window goes back to.
    void setWindowLayout(const WindowLayout &layout);
    /// Panes as in a new window; place and size stay.
    /// \pre page() is Events
    void resetLayout();

    /// When the inspector opens and where it stands.
    [[nodiscard]] InspectorDock &inspector() { return *m_inspectorDock; }

    /// The menu of workspaces and archives to open again.
    [[nodiscard]] QMenu &recentPlaces() { return *m_recent; }

    /// \param place  a workspace or an archive, shown in the title; empty for none
    void setPlaceName(const QString &place);
    /// Where the events are, when that is another machine; empty for this one.
    void setServerText(const QString &server);
    /// What the last result took of that machine.
    void setCostText(const QString &text);
    void setZoneName(const QString &zone);
    void setCountText(const QString &text);
    /// Of the events that are selected; empty for none to speak of.
    void setSelectionText(const QString &text);
    /// What is new since the last review; empty: nothing was reviewed.
    void setReviewText(const QString &text);
    /// What the sync does now; empty when none runs.
    void setSyncText(const QString &text);
    /// A passing remark, in the status bar for some seconds.
    void tell(const QString &text);

    /// Brings the filter pane back where it was closed.
    void showFilters();

    /// The parts of the window in the order of F6, those out of sight too.
    [[nodiscard]] QList<WindowPlace> places() const;
    /// Moves the keyboard to the table, or to whatever stands in its place; to the next pane when there is
    /// nothing to press.
    void focusEvents();

    /// Above all: what the window shows, such as demo data. Until the user closes it.
    [[nodiscard]] MessageStrip &notice() { return *m_notice; }
    /// Below the page, where it moves none of its rows: what concerns the whole window, such as a workspace
    /// that cannot be read.
    [[nodiscard]] MessageStrip &strip() { return *m_strip; }
    /// Below strip(): what concerns the sources.
    [[nodiscard]] MessageStrip &sourceMessage() { return *m_sourceMessage; }

Q_SIGNALS:
    /// The user closes the window; state can still be read.
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildDocks();
    QDockWidget *addDock(Qt::DockWidgetArea area, const QString &name, const QString &title,
                         QWidget *content);
    void buildCentre();
    void buildToolBar();
    void place(const WindowLayout &layout);
    [[nodiscard]] Qt::DockWidgetArea firstArea() const;
    [[nodiscard]] int stateVersion() const;
    void paintIcons();
    void moveFocus(int step);

    WindowActions m_actions;
    WindowPanes m_panes;
    QToolBar *m_toolBar;
    QToolButton *m_presetsButton = nullptr;
    MessageStrip *m_notice;
    MessageStrip *m_strip;
    MessageStrip *m_sourceMessage;
    QStackedWidget *m_centre;
    EventsPage *m_eventsPage;
    WindowPages *m_pages;
    QDockWidget *m_inspector = nullptr;
    QDockWidget *m_filters = nullptr;
    InspectorDock *m_inspectorDock = nullptr;
    QMenu *m_recent = nullptr;
    std::unique_ptr<WindowStatus> m_status;
    QByteArray m_dockState; ///< when the events were left
    const bool m_isMirrored =
        isRightToLeft(); ///< of the docks: they stay where they are when the direction changes
};

} // namespace Trailglass
